import type { OtherHash } from '../packaging/file-hash.ts';
import type { Remarks } from './remarks.ts';

/** One file that an index offers for a project. */
export interface IndexFile {
  readonly filename: string;
  /** Absolute URL of the file. */
  readonly url: string;
  /** Size in bytes, absent where the index does not say. */
  readonly size: number | undefined;
  /** Lower-case hexadecimal sha256, absent where the index does not say. */
  readonly sha256: string | undefined;
  /** Where the index gives no sha256, but a hash of another kind. */
  readonly otherHash?: OtherHash | undefined;
  /** `false`, or `true`, or the reason given (PEP 592). */
  readonly yanked: boolean | string;
  readonly requiresPython: string | undefined;
  /** ISO 8601 time of the upload. */
  readonly uploadTime: string | undefined;
  /** `true`, or its sha256, where the index offers the METADATA of the wheel beside it (PEP 658, 714). */
  readonly coreMetadata?: true | string | undefined;
}

/** An index as the user named it. */
export interface IndexSource {
  /** The URL for messages and reports, without credentials. */
  readonly url: string;
}

/** What one index answered about one project. */
export type IndexAnswer = { readonly source: IndexSource; readonly project: string } & (
  | { readonly status: 'listed'; readonly files: readonly IndexFile[]; readonly remarks?: Remarks }
  /** The index does not have the project (404). */
  | { readonly status: 'not-listed' }
  /** The index could not be asked; `reason` is one line for the user, for example `HTTP 503 after 3 tries`. */
  | { readonly status: 'unchecked'; readonly reason: string }
);

/** What an index answered about the METADATA of one file. */
export type MetadataAnswer =
  | { readonly status: 'read'; readonly text: string }
  | { readonly status: 'unchecked'; readonly reason: string };

/** An index that can be asked. Never throws for what a server does: that is an `unchecked` answer. */
export interface PackageIndex {
  readonly source: IndexSource;
  /** @param project normalised project name @param versions public versions of interest, for indexes that must be asked one by one */
  ask(project: string, versions: readonly string[]): Promise<IndexAnswer>;
  /** The METADATA of a file of the project that offers it. */
  metadata?(project: string, file: IndexFile): Promise<MetadataAnswer>;
  /** Releases connections; pending questions are answered `unchecked`. */
  close(): Promise<void>;
}

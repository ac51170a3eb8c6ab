import type { OtherHash } from '../packaging/file-hash.ts';
import type { SdistFilename } from '../packaging/sdist-filename.ts';
import type { Version } from '../packaging/version.ts';
import type { WheelFilename } from '../wheel/filename.ts';
import type { Source } from './source.ts';

/** What METADATA says, where a file can be looked into before it is chosen. */
export interface OfferMetadata {
  readonly name: string | undefined;
  readonly version: string | undefined;
  readonly requiresPython: string | undefined;
  /** The folder that METADATA lies in, `six-1.17.0.dist-info`. */
  readonly directory?: string | undefined;
  /** Why nothing can be read of the file, as a clause: no archive, no METADATA. */
  readonly fault?: string | undefined;
}

/** What a file name says; `tags` is the expanded set, each as `python-abi-platform`. */
export type OfferedFile =
  | {
      readonly kind: 'wheel';
      readonly version: Version;
      readonly name: WheelFilename;
      readonly tags: readonly string[];
    }
  | ({ readonly kind: 'sdist' } & SdistFilename)
  /** Installers pass over it; `reason` is a clause. */
  | { readonly kind: 'unreadable'; readonly reason: string };

/** One file that a source offers for a project. */
export interface Offer {
  readonly filename: string;
  readonly source: Source;
  /** URL or path of the file itself, for people. */
  readonly location: string;
  /** Place on its page; 0 in a folder, where names decide. */
  readonly order: number;
  /** Lower-case hexadecimal: as the page states it, or computed where that was worth it. */
  readonly sha256: string | undefined;
  /** The page states a hash of another kind instead. */
  readonly otherHash?: OtherHash | undefined;
  /** `false`, or `true`, or the reason. */
  readonly yanked: boolean | string;
  /** As the page states it, not METADATA. */
  readonly requiresPython: string | undefined;
  /** `undefined` for a file that was not read. */
  readonly metadata: OfferMetadata | undefined;
  readonly file: OfferedFile;
}

/** The sha256 that an installer sees before it has the file: one in a folder states none. */
export function advertisedHash({ source, sha256 }: Offer): string | undefined {
  return source.kind === 'folder' ? undefined : sha256;
}

import type { IndexFile } from '../index-answer.ts';
import type { Remarks } from '../remarks.ts';

/** What one index was found to list. */
export interface RecordedFacts {
  /** Its URL, as reports show it. */
  readonly url: string;
  /** By normalised name; `undefined` is a project that the index does not list. */
  readonly projects: ReadonlyMap<string, readonly IndexFile[] | undefined>;
  /** Of projects that are not simply active. */
  readonly remarks: ReadonlyMap<string, Remarks>;
  /** METADATA of files that offer it, by file name; only of those that were asked for. */
  readonly metadata: ReadonlyMap<string, string>;
}

/** How a snapshot says what it is. */
export const SNAPSHOT = { format: 'wheelhouse-lint snapshot', version: 1 } as const;

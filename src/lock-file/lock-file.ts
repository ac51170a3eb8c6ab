import type { Version } from '../packaging/version.ts';

/** What a lock file says of one file, or of all files of one version. */
export interface LockPromise {
  /** Normalised name. */
  readonly project: string;
  readonly version: Version;
  /** Where the lock promises single files; `undefined` where its hashes are those of any file of the version. */
  readonly filename: string | undefined;
  /** Lower-case hexadecimal; empty where the lock has no hash, or others than sha256. */
  readonly sha256s: readonly string[];
  /** The file that it stands in, for people: the lock file, or one that it includes. */
  readonly file: string;
  /** 1-based; `undefined` where it is not known. */
  readonly line: number | undefined;
}

/** A lock file, or a list of requirements with hashes, as far as it speaks of wheels. */
export interface LockFile {
  /** Path for people. */
  readonly display: string;
  readonly promises: readonly LockPromise[];
}

/** What {@link promisesOf} needs to know of a file that a lock names. */
export interface LockedFile {
  readonly project: string;
  /** As the lock spells it. */
  readonly version: string;
  readonly filename: string;
  /** Normal form: {@link sha256Schema}. */
  readonly sha256: string | undefined;
}

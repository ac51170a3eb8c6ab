import type { IndexAnswer, IndexFile } from '../index/index-answer.ts';
import type { LockFile, LockPromise } from '../lock-file/lock-file.ts';
import type { OtherHash } from '../packaging/file-hash.ts';
import type { MetadataFacts } from '../wheel/dist-info/metadata.ts';
import type { WheelFacts } from '../wheel/facts.ts';
import type { WheelFilename } from '../wheel/filename.ts';
import type { UnsatisfiedRequirement } from './closure/closure.ts';
import type { Contest } from './contest/contest.ts';
import type { FolderFacts } from './folder-facts.ts';

/** Whether a local wheel and an index file are the same bytes; `unknown` where the index gives no hash. */
export type Identity = 'equal' | 'different' | 'unknown';

/** An index file that has something to do with a local wheel. */
export interface IndexMatch {
  readonly file: IndexFile;
  readonly name: WheelFilename;
  readonly answer: IndexAnswer;
  readonly identity: Identity;
  /** The local wheel's hash of the kind that the index gives, where that is not sha256. */
  readonly ownOther?: OtherHash;
}

/** A local wheel whose name parses. */
export interface NamedWheel extends WheelFacts {
  readonly name: WheelFilename;
}

/** A local wheel beside the index files of the same project and an equal version. */
export interface ComparedWheel {
  readonly wheel: NamedWheel;
  /** Known where a comparison needed it. */
  readonly sha256: string | undefined;
  /** In the order of the indexes, then of their files. */
  readonly matches: readonly IndexMatch[];
}

/** A local wheel that a lock file speaks of. */
export interface LockedWheel {
  readonly wheel: NamedWheel;
  /** `undefined` where the file cannot be read. */
  readonly sha256: string | undefined;
  readonly lock: LockFile;
  /** At least one; each has a hash. */
  readonly promises: readonly LockPromise[];
}

/** A local wheel beside what an index tells of the inside of a wheel of the same public version. */
export interface WheelBesideUpstream {
  readonly wheel: NamedWheel;
  readonly file: IndexFile;
  readonly answer: IndexAnswer;
  readonly metadata: MetadataFacts;
}

/** Everything known of one project: its local wheels and what each index answered. */
export interface ProjectFacts {
  /** Normalised name. */
  readonly project: string;
  readonly wheels: readonly ComparedWheel[];
  /** In the order of the configuration. */
  readonly answers: readonly IndexAnswer[];
  /** Who wins, for each stack that has wheels of the project. */
  readonly contests: readonly Contest[];
  /** Empty where no rule asks for it. */
  readonly locked: readonly LockedWheel[];
  /** Empty where no rule asks for it; without copies of what an index has. */
  readonly upstream: readonly WheelBesideUpstream[];
}

export interface WheelhouseFacts {
  readonly wheels: readonly WheelFacts[];
  readonly projects: readonly ProjectFacts[];
  /** The folders that wheels lie in; left out where nobody looked. */
  readonly folders?: readonly FolderFacts[];
  /** Requirements that nothing satisfies; left out where no rule asks for it. */
  readonly unsatisfied?: readonly UnsatisfiedRequirement[];
}

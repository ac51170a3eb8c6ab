import type { ArchiveProblem } from './archive/problem.ts';
import type { MetadataFacts } from './dist-info/metadata.ts';
import type { WheelFileFacts } from './dist-info/wheel-file.ts';
import type { WheelFilename } from './filename.ts';
import type { NativeMember } from './native/native-member.ts';

/** Where a wheel was found. */
export interface WheelLocation {
  /** Absolute path, for reading. */
  readonly path: string;
  /** Path for people and reports: relative to the working directory, `/` separators. */
  readonly display: string;
  /** Last path segment. */
  readonly filename: string;
}

/** The `*.dist-info` folder of a wheel. */
export interface DistInfoFacts {
  /** Folder name with its suffix, for example `six-1.17.0.dist-info`. */
  readonly directory: string;
  /** Names of the first few `*.data` folders beside it; there should be one at most. */
  readonly dataFolders: readonly string[];
  /** `undefined` where the member is missing or cannot be read. */
  readonly metadata: MetadataFacts | undefined;
  readonly wheel: WheelFileFacts | undefined;
}

/** What the rules know of one wheel: small values, no file contents, no member list. */
export interface WheelFacts {
  readonly location: WheelLocation;
  /** Bytes on disk; 0 where the file could not be read. */
  readonly size: number;
  /** Permission bits of the file, as in `0o644`; `undefined` where it is not known to have any. */
  readonly mode: number | undefined;
  /** The parsed file name, or why it does not parse. */
  readonly name: WheelFilename | undefined;
  readonly nameProblem: string | undefined;
  /** What is wrong with the archive; rules about contents have nothing to say where this is not empty. */
  readonly problems: readonly ArchiveProblem[];
  /** Files in the archive (directories not counted). */
  readonly memberCount: number;
  readonly distInfo: DistInfoFacts | undefined;
  /** In the order of the archive. */
  readonly nativeMembers: readonly NativeMember[];
}

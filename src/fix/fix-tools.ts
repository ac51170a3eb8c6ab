import type { CheckedFile } from '../engine/check-file.ts';
import type { TagSet } from '../packaging/tags.ts';
import type { ByteSource } from '../wheel/archive/byte-source.ts';
import type { WheelLocation } from '../wheel/facts.ts';
import type { WheelFilename } from '../wheel/filename.ts';

/** Where new wheels go. */
export interface Destination {
  /** Absolute path; without one each wheel's place is taken by the new one. */
  readonly folder: string | undefined;
  /** Whether other files may be replaced. */
  readonly force: boolean;
  /** Nothing is written. */
  readonly isDryRun: boolean;
}

/** Parts of a run that one wheel asks of. */
export interface FixTools {
  /** The wheel's own rules. @param open how to reach the bytes; by default the file at the location */
  readonly check: (location: WheelLocation, open?: () => Promise<ByteSource>) => Promise<CheckedFile>;
  /** Tags that a check suggests. */
  readonly suggestedTags: (checked: CheckedFile, name: WheelFilename) => TagSet | undefined;
  /** Called before a name is taken; a run that makes two wheels of one name has lost one. @throws {Refused} */
  readonly claim: (path: string) => void;
}

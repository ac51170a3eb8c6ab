import type { ByteText } from '../byte-text.ts';
import type { FolderRenames } from './folders.ts';
import type { LineEdit } from './line-edits.ts';

/** A text of a wheel that changes. */
export interface TextChange {
  /** Name as it was before; for a text that was missing, as it is to be. */
  readonly member: ByteText;
  /** Whether the archive has it already. */
  readonly isNew: boolean;
  readonly edits: readonly LineEdit[];
  readonly content: Buffer;
}

/** Everything that is to change in one wheel. */
export interface Plan {
  /** The file name that it is to have. */
  readonly filename: string;
  readonly folders: FolderRenames;
  /** New names of members by old ones. */
  readonly renames: ReadonlyMap<ByteText, ByteText>;
  readonly texts: readonly TextChange[];
  readonly dropped: ReadonlySet<ByteText>;
  /** Headers are written anew though nothing else changes. */
  readonly isRewritten: boolean;
  /** What is worth knowing, as sentences. */
  readonly notes: readonly string[];
}

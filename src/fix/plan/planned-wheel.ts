import type { TagSet } from '../../packaging/tags.ts';
import type { WheelFilename } from '../../wheel/filename.ts';
import type { ByteText } from '../byte-text.ts';
import type { FileDigest } from './record.ts';

/** What a plan is made from. */
export interface PlannedWheel {
  readonly name: WheelFilename;
  /** In the order of the directory. */
  readonly members: readonly ByteText[];
  /** Name of the dist-info folder. */
  readonly distInfo: ByteText;
  readonly metadata: ByteText;
  readonly wheelFile: ByteText;
  /** `undefined` where the wheel has none. */
  readonly record: ByteText | undefined;
  readonly hasNative: boolean;
  /** Tags that the linter suggests in place of the file name's. */
  readonly suggestedTags: TagSet | undefined;
  /** Members with data descriptors or comments, which indexes refuse. */
  readonly isStreamed: boolean;
  /** Of all files but RECORD and its signatures, where RECORD is to be rewritten. */
  readonly digests: ReadonlyMap<ByteText, FileDigest> | undefined;
}

/** Signatures of RECORD: void as soon as it changes, and deprecated (PEP 815). */
export const signatures = ['RECORD.jws', 'RECORD.p7s'];

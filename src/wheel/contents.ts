import type { Member } from './archive/directory.ts';
import type {
  EndFaultKind,
  FramingFault,
  HeaderFaultKind,
  UploadFaultKind,
} from './archive/framing/fault.ts';
import type { Names } from './archive/names.ts';
import type { DistInfoFile } from './dist-info/find-dist-info.ts';
import type { Headers } from './dist-info/headers.ts';
import type { WheelFacts } from './facts.ts';
import type { Layout } from './layout/layout.ts';
import type { NativeSymbols } from './native/symbols.ts';
import type { DigestReview } from './record/digest-review.ts';
import type { RecordReview } from './record/review.ts';

/**
 * What costs more than a look at a wheel's directory, and is read only where a rule asks for it:
 * - `framing`: everything between the members, so every local header
 * - `promises`: the start of native members, and the symbols of those that do not show there that they need no more than
 *   the platform tags promise
 * - `symbols`: the dynamic sections of native members
 * - `init-functions`: with `symbols`, what extension modules export for Python
 * - `digests`: every byte of every member
 * - `entry-points`: `entry_points.txt`
 */
export type WheelPart = 'framing' | 'promises' | 'symbols' | 'init-functions' | 'digests' | 'entry-points';

/** An opened wheel. It lives as long as one wheel is looked at: nothing of it may be kept, bytes least of all. */
export interface WheelContents {
  readonly wheel: WheelFacts;
  /** Every entry of the directory, folders too, in its order. */
  readonly members: readonly Member[];
  /** The bytes that all of them are said to unpack to. */
  readonly unpackedSize: number;
  /** What their names tell. */
  readonly names: Names;
  /** The same as installers lay them out, by folder and by what their names say. */
  readonly layout: Layout;
  /** The files of the dist-info folder that could be read. */
  readonly distInfoBytes: DistInfoBytes;
  /** What is wrong with the directory and the records behind it. */
  readonly endFaults: readonly FramingFault<EndFaultKind>[];
  /** What stands in front of the members and between them; empty unless the part `framing` was asked for. */
  readonly headerFaults: readonly FramingFault<HeaderFaultKind | UploadFaultKind>[];
  /** The headers in those that have some. */
  readonly headers: DistInfoHeaders;
  /**
   * Of the native members that are loaded, in the order of the archive: all of them where the part `symbols` is
   * read, those in doubt for `promises`, otherwise none. Where its start shows that one breaks a promise, all that is known
   * of it is the versions that it needs.
   */
  readonly symbols: readonly NativeSymbols[];
  /** `undefined` where the archive is broken. */
  readonly record: RecordReview | undefined;
  /** What the members' own bytes say; `undefined` where no rule asked for them, or the archive is broken. */
  readonly digests: DigestReview | undefined;
}

export type DistInfoBytes = Readonly<Partial<Record<DistInfoFile, Buffer>>>;
export type DistInfoHeaders = Readonly<Partial<Record<'METADATA' | 'WHEEL', Headers | undefined>>>;

/** Looks into wheels while they are open. */
export interface WheelVisitor {
  readonly parts: ReadonlySet<WheelPart>;
  /** Whether a part is wanted of this wheel. */
  wants(part: WheelPart, wheel: WheelFacts): boolean;
  /** Told once for each wheel whose directory could be read. */
  visit(contents: WheelContents): void;
}

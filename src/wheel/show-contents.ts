import { isBomb, unpackedSize } from './archive/bomb.ts';
import type { Directory, Member } from './archive/directory.ts';
import type { Extents } from './archive/extents.ts';
import { findEndFaults } from './archive/framing/end-faults.ts';
import { readFraming } from './archive/framing/framing.ts';
import { Names } from './archive/names.ts';
import type { DistInfoBytes, DistInfoHeaders, WheelVisitor } from './contents.ts';
import type { WheelFacts } from './facts.ts';
import { Layout } from './layout/layout.ts';
import { type Heads, readDoubtful } from './native/read-doubtful.ts';
import { readSymbols } from './native/read-symbols.ts';
import type { NativeSymbols } from './native/symbols.ts';
import type { DigestReview } from './record/digest-review.ts';
import { type RecordReview, reviewRecord } from './record/review.ts';

/** What is read of every wheel and goes when it is closed. */
export interface OpenContents {
  readonly directory: Directory;
  readonly bytes: DistInfoBytes;
  readonly headers: DistInfoHeaders;
  readonly heads: Heads;
}

/** Reads the parts that a visitor wants of a wheel, and lets it look. */
export async function showContents(
  visitor: WheelVisitor,
  wheel: WheelFacts,
  { directory, bytes, headers, heads }: OpenContents,
  extents: Extents,
): Promise<void> {
  const { members } = directory;
  const unpacked = unpackedSize(members);
  const mayBeInflated = !isBomb(unpacked, wheel.size);
  const record = reviewOf(wheel, members, bytes);
  const names = new Names(members, directory.entries);
  visitor.visit({
    wheel,
    members,
    unpackedSize: unpacked,
    names,
    layout: new Layout(wheel, members, names),
    distInfoBytes: bytes,
    headers,
    endFaults: findEndFaults(extents, directory),
    headerFaults: visitor.wants('framing', wheel) ? await readFraming(extents, directory) : [],
    // What was made to be inflated for ever is not.
    symbols: mayBeInflated ? await symbolsFor(visitor, wheel, members, extents, heads) : [],
    record,
    digests:
      mayBeInflated && visitor.wants('digests', wheel)
        ? await readDigests(wheel, members, record, extents)
        : undefined,
  });
}

async function symbolsFor(
  visitor: WheelVisitor,
  wheel: WheelFacts,
  members: readonly Member[],
  extents: Extents,
  heads: Heads,
): Promise<NativeSymbols[]> {
  if (visitor.wants('symbols', wheel)) {
    const withInits = visitor.wants('init-functions', wheel);
    return readSymbols(extents, members, wheel.nativeMembers, withInits);
  }
  if (visitor.wants('promises', wheel)) {
    return readDoubtful(extents, members, wheel.nativeMembers, wheel.name?.platforms ?? [], heads);
  }
  return [];
}

/** Of a broken archive more is wrong with RECORD than it can be blamed for. */
function reviewOf(
  { problems, distInfo }: WheelFacts,
  members: readonly Member[],
  { RECORD }: DistInfoBytes,
): RecordReview | undefined {
  if (problems.length > 0 || distInfo === undefined || RECORD === undefined) return undefined;
  return reviewRecord(`${distInfo.directory}/RECORD`, RECORD, members);
}

async function readDigests(
  { problems }: WheelFacts,
  members: readonly Member[],
  record: RecordReview | undefined,
  extents: Extents,
): Promise<DigestReview | undefined> {
  if (problems.length > 0) return undefined;
  // Loading the cryptography takes a tenth of the time of a small run.
  const { reviewDigests } = await import('./record/digest-review.ts');
  return reviewDigests(extents, members, record);
}

import { constants, inflateRawSync } from 'node:zlib';
import { SparseBytes, type Stretch } from '../native/sparse-bytes.ts';
import { localDataStart, memberRange } from './content.ts';
import type { Member } from './directory.ts';
import type { Extents } from './extents.ts';
import { InflatedMember } from './inflated-member.ts';
import { isRefusedRead } from './problem.ts';

/** Members up to this size are inflated whole, at once. In bytes. */
const wholeMember = 1024 * 1024;
/** Parsers that follow one pointer after the other are done after fewer rounds. */
const mostRounds = 8;
/** More than any parser has a use for in one round. In bytes. */
const mostWanted = 16 * 1024 * 1024;

/**
 * Runs a parser over a member until it has all that it asks for, and inflates no more of the member than that.
 * @param parse returns what can be said from the bytes that are there
 * @returns the last answer: what is damaged is left out of it
 * @throws {ArchiveError} where the system refuses a read
 */
export async function readSparse<Answer>(
  extents: Extents,
  member: Member,
  parse: (bytes: SparseBytes) => Answer,
): Promise<Answer> {
  const bytes = new SparseBytes(member.size);
  const loader = loaderOf(extents, member, bytes);
  let answer = parse(bytes);
  try {
    for (let round = 0; round < mostRounds; round++) {
      const wanted = join(bytes.takeWanted());
      const length = wanted.reduce((sum, { start, end }) => sum + end - start, 0);
      if (wanted.length === 0 || length > mostWanted) break;
      await loader.load(wanted);
      answer = parse(bytes);
    }
  } catch (error) {
    if (isRefusedRead(error)) throw error;
    // Damaged data are said where archives are judged; what came before the damage counts.
    answer = parse(bytes);
  } finally {
    await loader.close?.();
  }
  return answer;
}

interface Loader {
  load(wanted: readonly Stretch[]): Promise<void>;
  close?(): Promise<void>;
}

function loaderOf(extents: Extents, member: Member, bytes: SparseBytes): Loader {
  if (member.encrypted || (member.method !== 0 && member.method !== 8))
    return { load: async () => undefined };
  if (member.method === 0) return { load: (wanted) => loadStored(extents, member, bytes, wanted) };
  if (member.size <= wholeMember) return { load: () => loadWhole(extents, member, bytes) };
  return new InflatedMember(extents, member, bytes);
}

async function loadStored(
  extents: Extents,
  member: Member,
  bytes: SparseBytes,
  wanted: readonly Stretch[],
): Promise<void> {
  const held = extents.fork();
  const start = await localDataStart(held, member);
  const ranges = wanted.map((stretch) => ({ start: start + stretch.start, end: start + stretch.end }));
  await held.load(ranges);
  for (const range of ranges) {
    const found = held.get(range.start, range.end - range.start);
    if (found !== undefined) bytes.add(range.start - start, found);
  }
}

async function loadWhole(extents: Extents, member: Member, bytes: SparseBytes): Promise<void> {
  const held = extents.fork();
  await held.load([memberRange(member)]);
  const start = await localDataStart(held, member);
  await held.load([{ start, end: start + member.compressedSize }]);
  const raw = held.get(start, member.compressedSize);
  if (raw === undefined) return;
  const room = member.size + 1;
  bytes.add(
    0,
    inflateRawSync(raw, { maxOutputLength: room, chunkSize: Math.max(room, constants.Z_MIN_CHUNK) }),
  );
}

/** Overlapping stretches as one: strings lie close together. */
function join(wanted: readonly Stretch[]): Stretch[] {
  const joined: Stretch[] = [];
  for (const stretch of wanted.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last !== undefined && stretch.start <= last.end) {
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, stretch.end) };
    } else {
      joined.push(stretch);
    }
  }
  return joined;
}

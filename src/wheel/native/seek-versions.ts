import type { Member } from '../archive/directory.ts';
import type { Extents } from '../archive/extents.ts';
import { inflateStream } from '../archive/inflate-stream.ts';
import { isRefusedRead } from '../archive/problem.ts';
import { findVersions } from './find-versions.ts';
import type { SymbolVersion } from './symbol-version.ts';

/** Where an ELF header tells the order of bytes, and what says that the least comes first (elf.h). */
const EI_DATA = 5;
const ELFDATA2LSB = 1;

/** Bytes that are searched at once. */
const windowLength = 1024 * 1024;
/** Of these as many are searched again with what follows: no version needs are longer. */
const overlap = 128 * 1024;
/** Behind the symbols of the largest libraries: TensorFlow's version needs stand at 12 MB of 788. In bytes. */
const farthest = 64 * 1024 * 1024;

/** What a stretch of an ELF file has in it. */
export interface Sought {
  /** `undefined` where there are none. */
  readonly versions: readonly SymbolVersion[] | undefined;
  /** The stretch is the whole file. */
  readonly isWhole: boolean;
  /** Something may be the name of musl; not looked for where there are versions. */
  readonly mayBeMusl: boolean;
}

/** In the names of its library and its loader, and one that its compiler wrapper links with. */
const muslNames = ['musl', '\0libc.so\0'];

/**
 * Looks for the version needs of an ELF file further on than its start, where thousands of symbols stand before them. It
 * is inflated that far, and little of it is held.
 * @param member an ELF file, deflated
 * @param isWorthIt is shown its first bytes, and may save the rest
 * @returns `undefined` where the data are damaged, or not worth it
 * @throws {ArchiveError} where the system refuses a read
 */
export async function seekVersions(
  extents: Extents,
  member: Member,
  isWorthIt: (start: Buffer) => boolean = () => true,
): Promise<Sought | undefined> {
  const chunks = inflateStream(extents, member);
  let held: Buffer[] = [];
  let length = 0;
  let seen = 0;
  let littleEndian = true;
  let mayBeMusl = false;
  try {
    for (let next = await chunks.next(); next.done !== true; next = await chunks.next()) {
      if (seen === 0) {
        if (!isWorthIt(next.value)) return undefined;
        littleEndian = next.value[EI_DATA] === ELFDATA2LSB;
      }
      held.push(next.value);
      length += next.value.length;
      seen += next.value.length;
      if (length < windowLength && seen < member.size) continue;
      const window = Buffer.concat(held, length);
      const found = findVersions(window, littleEndian);
      if (found === undefined) mayBeMusl ||= muslNames.some((name) => window.includes(name));
      if (found !== undefined || seen >= Math.min(farthest, member.size)) {
        return { versions: found, isWhole: seen === member.size, mayBeMusl };
      }
      // They begin at a multiple of four.
      const rest = Buffer.from(window.subarray((length - overlap) & ~3));
      held = [rest];
      length = rest.length;
    }
    return undefined;
  } catch (error) {
    if (isRefusedRead(error)) throw error;
    return undefined;
  } finally {
    await chunks.return?.();
  }
}

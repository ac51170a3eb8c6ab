import { type BigIntStats, constants } from 'node:fs';
import { link, lstat, open, rename, stat, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { quoteInside } from '../wheel/quote-inside.ts';
import { Refused } from './refused.ts';
import { sameBytes } from './same-bytes.ts';

/** The way of a finished draft to its name. */
export interface Publication {
  /** The finished file, in the folder where it is to be. */
  readonly draft: string;
  readonly target: string;
  /** The wheel that it was made from. */
  readonly source: string;
  /** The source as it was when it was read. */
  readonly read: Identity;
  /** Whether the new wheel takes the place of the old one. */
  readonly inPlace: boolean;
  /** Whether another file of the target's name may be replaced. */
  readonly force: boolean;
  /** The target's name for messages. */
  readonly filename: string;
}

/** What tells a file from another, and from itself after a change. */
export type Identity = Pick<BigIntStats, 'dev' | 'ino' | 'size' | 'mtimeNs'>;

/**
 * Gives a finished draft its name. At every moment the old wheel or the new one is complete under its name, and a file
 * that somebody else put there is not overwritten.
 * @throws {Refused} where the name is taken, or the source is not what was read
 */
export async function publish(publication: Publication): Promise<void> {
  const { draft, target, source, inPlace, force } = publication;
  const folder = dirname(target);
  if (!(await isUnchanged(publication))) throw new Refused('it was changed while it was read');
  if (target === source || force) await rename(draft, target);
  else await linkTo(publication);
  await syncFolder(folder);
  if (!inPlace || target === source) return;
  // Somebody may have put another wheel there meanwhile: that one is not ours to remove.
  if (await isUnchanged(publication)) await unlink(source);
  await syncFolder(folder);
}

async function isUnchanged({ source, read }: Publication): Promise<boolean> {
  const now = await stat(source, { bigint: true }).catch(() => undefined);
  return (
    now !== undefined &&
    now.dev === read.dev &&
    now.ino === read.ino &&
    now.size === read.size &&
    now.mtimeNs === read.mtimeNs
  );
}

/** Unlike a rename, a link never replaces a file. */
async function linkTo({ draft, target, filename }: Publication): Promise<void> {
  try {
    await link(draft, target);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EEXIST') {
      // A run that was interrupted has got so far.
      if (!(await sameBytes(draft, target))) throw new Refused(isTaken(filename));
    } else if (code === 'EPERM' || code === 'ENOTSUP' || code === 'EOPNOTSUPP' || code === 'ENOSYS') {
      // No links here (FAT, some network file systems); between the two calls only who ignores our lock can come.
      if ((await lstat(target).catch(() => undefined)) !== undefined) throw new Refused(isTaken(filename));
      return rename(draft, target);
    } else throw error;
  }
  await unlink(draft);
}

function isTaken(filename: string): string {
  return `${quoteInside(filename)} is there already and another file: --force replaces it`;
}

/** Makes names durable; not every system and file system knows such a thing. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, constants.O_RDONLY).catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

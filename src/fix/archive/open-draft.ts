import { constants } from 'node:fs';
import { chmod, copyFile, type FileHandle, open } from 'node:fs/promises';
import { Refused } from '../refused.ts';
import type { Layout } from './layout.ts';
import type { SourceFile } from './source-file.ts';

/** A new file, open for writing. */
export interface Draft {
  readonly handle: FileHandle;
  /** Bytes that are there already: those of the layout's first segment, or 0. */
  readonly length: number;
}

/** Bytes; less is copied piece by piece in no time. */
const smallest = 1024 * 1024;
/** Where less of the old file stays in its place, too much would be shared for nothing. */
const mostPart = 0.9;

/**
 * Makes the new file. dist-info stands last in most wheels, and what is in front of it stays: some file systems (XFS,
 * Btrfs) share its blocks instead of copying them.
 * @param path where nothing is yet
 * @throws {Refused} where the old file has another size by now
 */
export async function openDraft(source: SourceFile, layout: Layout, path: string): Promise<Draft> {
  const length = sharedLength(layout, source);
  if (length === 0 || !(await isCloned(source, path))) return { handle: await open(path, 'wx'), length: 0 };
  // It has the mode of the old file, which may forbid to write.
  await chmod(path, 0o600);
  const handle = await open(path, 'r+');
  try {
    if ((await handle.stat()).size !== source.size) throw new Refused('it was changed while it was read');
    await handle.truncate(length);
    return { handle, length };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/** How many bytes of the old file begin the new one too, where it pays to share them. */
function sharedLength({ segments: [first] }: Layout, { size }: SourceFile): number {
  if (process.platform !== 'linux' || first?.kind !== 'copy' || first.start !== 0) return 0;
  return first.end >= smallest && first.end >= size * mostPart ? first.end : 0;
}

/** Never a copy instead of a clone: that one goes on for ever where the old file becomes shorter meanwhile (libuv). */
function isCloned({ descriptor }: SourceFile, path: string): Promise<boolean> {
  const flags = constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE_FORCE;
  // The file that is open, whatever has its name by now.
  return copyFile(`/proc/self/fd/${descriptor}`, path, flags).then(
    () => true,
    () => false,
  );
}

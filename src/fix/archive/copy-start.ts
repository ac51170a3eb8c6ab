import { constants } from 'node:fs';
import { copyFile, type FileHandle } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { Refused } from '../refused.ts';
import type { Layout } from './layout.ts';
import type { SourceFile } from './source-file.ts';

/** Bytes; less is copied piece by piece in no time. */
const smallest = 1024 * 1024;
/** Where less of the old file stays in its place, too much would be copied for nothing. */
const mostPart = 0.9;
/** Milliseconds between two words to the disk that it shall begin. */
const pause = 5;

/**
 * How many bytes of the old file begin the new one too, where it pays to have the system copy them: dist-info stands
 * last in most wheels, and what is in front of it stays. 0 elsewhere.
 */
export function keptStart({ segments: [first] }: Layout, { size }: SourceFile): number {
  // The system of Windows copies no file over one that is open.
  if (first?.kind !== 'copy' || first.start !== 0 || process.platform === 'win32') return 0;
  return first.end >= smallest && first.end >= size * mostPart ? first.end : 0;
}

/**
 * Copies the beginning of a file. The system does it without a way through our memory; some file systems share the
 * blocks instead of copying them (XFS, Btrfs), or have the server do it (NFS 4.2).
 * @param handle of an empty file @param path of the same file
 * @throws {Refused} where the old file has another size by now
 */
export async function copyStart(
  source: SourceFile,
  handle: FileHandle,
  path: string,
  length: number,
): Promise<void> {
  let isCopying = true;
  const copied = copyFile(source.path, path, constants.COPYFILE_FICLONE).finally(() => {
    isCopying = false;
  });
  const begun = beginSyncing(handle, copied, () => isCopying);
  // Neither may be under way when the file is closed.
  const [copy, sync] = await Promise.allSettled([copied, begun]);
  for (const outcome of [copy, sync]) if (outcome.status === 'rejected') throw outcome.reason;
  if ((await handle.stat()).size !== source.size) throw new Refused('it was changed while it was read');
  await handle.truncate(length);
}

/** Most of the way to the disk is done when the last bytes are written. */
async function beginSyncing(
  handle: FileHandle,
  copied: Promise<void>,
  isCopying: () => boolean,
): Promise<void> {
  const end = copied.catch(() => undefined);
  await Promise.race([end, setTimeout(pause, undefined, { ref: false })]);
  while (isCopying()) {
    await handle.datasync();
    await Promise.race([end, setTimeout(pause, undefined, { ref: false })]);
  }
}

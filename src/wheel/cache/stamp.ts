import type { BigIntStats } from 'node:fs';

/** What a file was when it was looked at: two stamps are equal only where nobody has written to it in between. */
export interface FileStamp {
  /** File number, size and times. Without the number of the device, which differs between machines that share a disk. */
  readonly text: string;
  /** Whether a later change will show: not where the last one is so recent that the next could have the same time. */
  readonly isSettled: boolean;
}

/** Milliseconds: file systems count time in steps of up to two seconds (FAT). */
const longestStep = 2000;

/** @param now milliseconds since 1970, when the file was looked at */
export function stampOf(
  { ino, size, mtimeNs, ctimeNs, ctimeMs }: BigIntStats,
  now: number = Date.now(),
): FileStamp {
  // Everybody can set the time of the last write (mtime), nobody that of the last change (ctime); FAT has no such time.
  return { text: `${ino} ${size} ${mtimeNs} ${ctimeNs}`, isSettled: now - Number(ctimeMs) >= longestStep };
}

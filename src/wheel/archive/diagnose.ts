import type { Extents } from './extents.ts';
import { signatures } from './framing/signatures.ts';
import { ArchiveError } from './problem.ts';

const lookAt = 1024;

/** What a file without a zip directory is instead, from its first bytes. */
export async function diagnose(extents: Extents): Promise<ArchiveError> {
  const length = Math.min(lookAt, extents.size);
  await extents.load([{ start: 0, end: length }]);
  const head = extents.get(0, length) ?? Buffer.alloc(0);
  if (head.length >= 4 && head.readUInt32LE(0) === signatures.localHeader) {
    return new ArchiveError('truncated', 'it begins as a zip and its directory, at the end, is missing');
  }
  // A byte order mark counts as a blank.
  const text = head.toString('utf8').trimStart().toLowerCase();
  if (text.startsWith('version https://git-lfs.github.com/spec/')) {
    return new ArchiveError(
      'git-lfs-pointer',
      'it is a Git LFS pointer; the wheel itself was not checked out ("git lfs pull")',
    );
  }
  if (/^(?:<!doctype html|<html|<\?xml)/.test(text)) {
    return new ArchiveError('html-page', 'it is a web page, probably the error page of a download');
  }
  return new ArchiveError('not-a-zip', 'it is not a zip archive');
}

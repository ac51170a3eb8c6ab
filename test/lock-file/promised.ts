import { UsageError } from '../../src/errors.ts';
import type { LockPromise } from '../../src/lock-file/lock-file.ts';
import { parseLockFile } from '../../src/lock-file/parse-lock-file.ts';

/** 64 hexadecimal digits. */
export const [a, b, c] = ['a'.repeat(64), 'b'.repeat(64), 'c'.repeat(64)];

/** `line project version file hashes` of each promise; `-` for what is not known, hashes by their first digit. */
export function promised(content: string, file: string): string[] {
  return parseLockFile(content, file).promises.map(shown);
}

export function shown({ project, version, filename, sha256s, line }: LockPromise): string {
  const hashes = sha256s.map((sha256) => sha256.slice(0, 1)).join('') || '-';
  return [line ?? '-', project, version.normal, filename ?? '-', hashes].join(' ');
}

/** What is said of a lock file that cannot be used. */
export function complaint(content: string, file: string): string {
  try {
    parseLockFile(content, file);
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
  throw new Error('the lock file is taken');
}

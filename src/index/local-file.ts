import { open, stat } from 'node:fs/promises';
import { Unanswered } from './unanswered.ts';
import { byteSize } from './units.ts';

/**
 * Reads a whole file.
 * @param what is in it, for messages: `recorded answer` @param maxBody longest content taken, in bytes
 * @returns `undefined` where there is none
 * @throws {Unanswered}
 */
export async function readLocalFile(
  path: string,
  what: string,
  maxBody: number,
): Promise<Uint8Array | undefined> {
  try {
    // Before opening: opening a pipe would wait for a writer.
    if (!(await stat(path)).isFile()) throw new Unanswered(`${what} is not a file`);
    const file = await open(path);
    try {
      if ((await file.stat()).size > maxBody) {
        throw new Unanswered(`answer is longer than ${byteSize(maxBody)}`);
      }
      return await file.readFile();
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof Unanswered) throw error;
    const code = codeOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw new Unanswered(`${what} cannot be read (${code})`);
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
}

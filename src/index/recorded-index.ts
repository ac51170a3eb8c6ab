import { open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DEFAULT_MAX_BODY, type IndexOptions } from './index-options.ts';
import type { RawAnswer, RawAnswers } from './raw-answers.ts';
import { Unanswered } from './unanswered.ts';
import { byteSize } from './units.ts';

/**
 * A folder of recorded answers of the PyPI JSON API:
 *
 * - `{folder}/{project}.json`: the project route; a project without this file is not listed;
 * - `{folder}/{project}/{version}.json`: the version route, read only where the first has no `releases`.
 *
 * Names are normalised and checked by the caller before they come here.
 */
export class RecordedAnswers implements RawAnswers {
  readonly #folder: string;
  readonly #maxBody: number;

  constructor(folder: string, { maxBody = DEFAULT_MAX_BODY }: Pick<IndexOptions, 'maxBody'>) {
    this.#folder = folder;
    this.#maxBody = maxBody;
  }

  async read(project: string, version: string | undefined): Promise<RawAnswer | undefined> {
    const path =
      version === undefined
        ? join(this.#folder, `${project}.json`)
        : join(this.#folder, project, `${version}.json`);
    try {
      return { body: await this.#readFile(path), url: pathToFileURL(path).href };
    } catch (error) {
      if (error instanceof Unanswered) throw error;
      const code = codeOf(error);
      if (code !== 'ENOENT' && code !== 'ENOTDIR')
        throw new Unanswered(`recorded answer cannot be read (${code})`);
    }
    await this.#refuseMissingFolder();
    return undefined;
  }

  async close(): Promise<void> {}

  async #readFile(path: string): Promise<Uint8Array> {
    // Before opening: opening a pipe would wait for a writer.
    if (!(await stat(path)).isFile()) throw new Unanswered('recorded answer is not a file');
    const file = await open(path);
    try {
      if ((await file.stat()).size > this.#maxBody) {
        throw new Unanswered(`answer is longer than ${byteSize(this.#maxBody)}`);
      }
      return await file.readFile();
    } finally {
      await file.close();
    }
  }

  async #refuseMissingFolder(): Promise<void> {
    const folder = await stat(this.#folder).catch(() => undefined);
    if (folder?.isDirectory() !== true) throw new Unanswered('folder of recorded answers not found');
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
}

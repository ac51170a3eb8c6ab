import PQueue from 'p-queue';
import { isValidName, normalizeName } from '../packaging/name.ts';
import type { IndexAnswer, IndexFile, IndexSource, PackageIndex } from './index-answer.ts';
import type { IndexOptions } from './index-options.ts';
import { type PypiPage, readPypiPage } from './pypi-page.ts';
import type { RawAnswers } from './raw-answers.ts';
import { Unanswered } from './unanswered.ts';

/** Also keeps `..` and the like out of URLs and paths; what does not match is no version that an index could have. */
const VERSION = /^[0-9a-z](?:[0-9a-z._!-]*[0-9a-z])?$/i;

/**
 * An index that speaks the PyPI JSON API. One request a project, unless the index no longer gives `releases`: then
 * one more for each version of interest. Every route is asked at most once in the life of the object.
 * @see https://docs.pypi.org/api/json/
 */
export class PypiJsonIndex implements PackageIndex {
  readonly source: IndexSource;
  readonly #answers: RawAnswers;
  readonly #queue: PQueue;
  readonly #pages = new Map<string, Promise<PypiPage | undefined>>();
  #closed = false;

  constructor(source: IndexSource, answers: RawAnswers, { concurrency }: Pick<IndexOptions, 'concurrency'>) {
    this.source = source;
    this.#answers = answers;
    this.#queue = new PQueue({ concurrency });
  }

  async ask(project: string, versions: readonly string[]): Promise<IndexAnswer> {
    const about = { source: this.source, project };
    try {
      const files = await this.#files(project, versions);
      return files === undefined ? { ...about, status: 'not-listed' } : { ...about, status: 'listed', files };
    } catch (error) {
      if (error instanceof Unanswered) return { ...about, status: 'unchecked', reason: error.message };
      throw error;
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#answers.close();
    await this.#queue.onIdle();
  }

  async #files(project: string, versions: readonly string[]): Promise<readonly IndexFile[] | undefined> {
    // The name becomes part of a path.
    if (!isValidName(project) || normalizeName(project) !== project) {
      throw new Unanswered(`"${project}" is not a normalised project name`);
    }
    const page = await this.#page(project);
    if (page === undefined || page.complete) return page?.files;

    const files = new Map(page.files.map((file) => [file.filename, file]));
    const asked = publicVersions(versions).filter((version) => version !== page.version);
    for (const more of await Promise.all(asked.map((version) => this.#page(project, version)))) {
      for (const file of more?.files ?? []) files.set(file.filename, file);
    }
    return [...files.values()];
  }

  #page(project: string, version?: string): Promise<PypiPage | undefined> {
    const key = version === undefined ? project : `${project}/${version}`;
    let page = this.#pages.get(key);
    if (page === undefined) {
      page = this.#queue.add(() => this.#read(project, version));
      this.#pages.set(key, page);
    }
    return page;
  }

  async #read(project: string, version: string | undefined): Promise<PypiPage | undefined> {
    if (this.#closed) throw new Unanswered('the index was closed before it answered');
    const raw = await this.#answers.read(project, version);
    return raw && readPypiPage(raw, project);
  }
}

/** Without local version labels, which a public index never has; each once. */
function publicVersions(versions: readonly string[]): string[] {
  const publicParts = versions.map((version) => version.replace(/\+.*$/s, ''));
  return [...new Set(publicParts)].filter((version) => VERSION.test(version));
}

import PQueue from 'p-queue';
import type { FileLister } from './file-lister.ts';
import type { IndexFile } from './index-answer.ts';
import type { IndexOptions } from './index-options.ts';
import type { PageSource, ProjectPage } from './project-page.ts';
import type { Remarks } from './remarks.ts';
import { Unanswered } from './unanswered.ts';

/** Also keeps `..` and the like out of URLs and paths; what does not match is no version that an index could have. */
const VERSION = /^[0-9a-z](?:[0-9a-z._!-]*[0-9a-z])?$/i;

/**
 * An index that has a page for each project. One request a project, unless the page is that of one version only: then
 * one more for each other version of interest. Every route is asked at most once in the life of the object.
 */
export class ProjectPages implements FileLister {
  readonly #source: PageSource;
  readonly #queue: PQueue;
  readonly #pages = new Map<string, Promise<ProjectPage | undefined>>();
  #closed = false;

  constructor(source: PageSource, { concurrency }: Pick<IndexOptions, 'concurrency'>) {
    this.#source = source;
    this.#queue = new PQueue({ concurrency });
  }

  async list(project: string, versions: readonly string[]): Promise<readonly IndexFile[] | undefined> {
    const page = await this.#page(project);
    if (page === undefined || page.complete) return page?.files;

    const files = new Map(page.files.map((file) => [file.filename, file]));
    const asked = publicVersions(versions).filter((version) => version !== page.version);
    for (const more of await Promise.all(asked.map((version) => this.#page(project, version)))) {
      for (const file of more?.files ?? []) files.set(file.filename, file);
    }
    return [...files.values()];
  }

  async remarks(project: string): Promise<Remarks | undefined> {
    return (await this.#page(project))?.remarks;
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#source.close();
    await this.#queue.onIdle();
  }

  #page(project: string, version?: string): Promise<ProjectPage | undefined> {
    const key = version === undefined ? project : `${project}/${version}`;
    let page = this.#pages.get(key);
    if (page === undefined) {
      page = this.#queue.add(() => this.#fetch(project, version));
      this.#pages.set(key, page);
    }
    return page;
  }

  async #fetch(project: string, version: string | undefined): Promise<ProjectPage | undefined> {
    if (this.#closed) throw new Unanswered('the index was closed before it answered');
    return this.#source.read(project, version);
  }
}

/** Without local version labels, which a public index never has; each once. */
function publicVersions(versions: readonly string[]): string[] {
  const publicParts = versions.map((version) => version.replace(/\+.*$/s, ''));
  return [...new Set(publicParts)].filter((version) => VERSION.test(version));
}

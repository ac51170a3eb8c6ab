import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DEFAULT_MAX_BODY, type IndexApi, type IndexOptions } from './index-options.ts';
import { readLocalFile } from './local-file.ts';
import type { PageReader, PageSource, ProjectPage } from './project-page.ts';
import { recordedPageReaders } from './recorded-page.ts';
import { HTML } from './simple/media-types.ts';
import { Unanswered } from './unanswered.ts';

/**
 * A folder of recorded answers. Of a project, the first of these that is there; a project without any is not listed:
 *
 * - `{folder}/{project}.json`: the project route of the PyPI JSON API, or an answer of the Simple API;
 * - `{folder}/{project}.html`: an answer of the Simple API;
 * - `{folder}/{project}/index.json`, `{folder}/{project}/index.html`: the same; the second is where pip looks when
 *   the folder is its `--index-url`.
 *
 * Besides, `{folder}/{project}/{version}.json` is the version route of the PyPI JSON API, read only where the project
 * route has no `releases`, and `{folder}/{project}/{file name}.metadata` is the METADATA of a wheel. Names are normalised and checked by the caller before they come here.
 */
export class RecordedAnswers implements PageSource {
  readonly #folder: string;
  readonly #api: IndexApi;
  readonly #read: PageReader;
  readonly #maxBody: number;

  constructor(folder: string, api: IndexApi, { maxBody = DEFAULT_MAX_BODY }: Pick<IndexOptions, 'maxBody'>) {
    this.#folder = folder;
    this.#api = api;
    this.#read = recordedPageReaders[api];
    this.#maxBody = maxBody;
  }

  async read(project: string, version: string | undefined): Promise<ProjectPage | undefined> {
    for (const name of version === undefined ? this.#names(project) : [join(project, `${version}.json`)]) {
      const path = join(this.#folder, name);
      const body = await readLocalFile(path, 'recorded answer', this.#maxBody);
      if (body === undefined) continue;
      const type = name.endsWith('.html') ? HTML : undefined;
      return this.#read({ body, url: pathToFileURL(path).href, type }, project);
    }
    await this.#refuseMissingFolder();
    return undefined;
  }

  async close(): Promise<void> {}

  #names(project: string): string[] {
    const json = `${project}.json`;
    if (this.#api === 'pypi-json') return [json];
    // Beside the folders of the projects stands the list of them all: no page of a project named "index".
    const flat = project === 'index' ? [json] : [json, `${project}.html`];
    return [...flat, join(project, 'index.json'), join(project, 'index.html')];
  }

  async #refuseMissingFolder(): Promise<void> {
    const folder = await stat(this.#folder).catch(() => undefined);
    if (folder?.isDirectory() !== true) throw new Unanswered('folder of recorded answers not found');
  }
}

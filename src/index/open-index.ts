import { fileURLToPath } from 'node:url';
import { EitherApi } from './either-api.ts';
import type { FileLister } from './file-lister.ts';
import { HttpAnswers, PYPI_JSON_API } from './http-answers.ts';
import type { PackageIndex } from './index-answer.ts';
import type { IndexApi, IndexOptions } from './index-options.ts';
import { type IndexUrl, IndexUrlError, parseIndexUrl } from './index-url.ts';
import { ListedIndex } from './listed-index.ts';
import { ProjectPages } from './project-pages.ts';
import { readPypiPage } from './pypi-page.ts';
import { RecordedAnswers } from './recorded-index.ts';
import { HttpSidecars, RecordedSidecars, type Sidecars } from './sidecars.ts';
import { SIMPLE_API } from './simple/simple-api.ts';
import { readSimplePage } from './simple/simple-page.ts';

/**
 * Opens the index at a URL; nothing is asked yet.
 *
 * - `http:`, `https:`: the base of a PyPI JSON API, to which `/{project}/json` is added, or of a Simple API, to which
 *   `/{project}/` is added. With `api: 'auto'` a URL that ends in `/simple` or `/+simple` is a Simple API, one that
 *   ends in `/pypi` is a PyPI JSON API, and any other is asked which it is, see {@link EitherApi}. A user name and
 *   password in the URL are sent as Basic authorization, to that origin only.
 * - `file:`: a folder of recorded answers, see {@link RecordedAnswers}.
 *
 * @throws {IndexUrlError} malformed URL, or one that cannot name such an index
 */
export function openIndex(url: string, options: IndexOptions): PackageIndex {
  const place = parseIndexUrl(url);
  return new ListedIndex({ url: place.url.href }, listerOf(place, options), sidecarsOf(place, options));
}

function sidecarsOf(place: IndexUrl, options: IndexOptions): Sidecars {
  const isRecorded = place.url.protocol === 'file:';
  return isRecorded ? new RecordedSidecars(folderOf(place.url)) : new HttpSidecars(place, options);
}

function listerOf(place: IndexUrl, options: IndexOptions): FileLister {
  const { api = 'auto' } = options;
  if (place.url.protocol === 'file:') {
    return new ProjectPages(new RecordedAnswers(folderOf(place.url), api, options), options);
  }
  switch (api === 'auto' ? apiByUrl(place.url) : api) {
    case 'simple':
      return simpleOf(place, options);
    case 'pypi-json':
      return pypiJsonOf(place, options);
    case 'auto':
      return new EitherApi(simpleOf(place, options), pypiJsonOf(place, options), options, () =>
        apiByCache(place.url, options),
      );
  }
}

/** These names never change their meaning; all others are anybody's guess. */
function apiByUrl({ pathname }: URL): IndexApi {
  if (/\/\+?simple$/.test(pathname)) return 'simple';
  return pathname.endsWith('/pypi') ? 'pypi-json' : 'auto';
}

/** The Simple API first, as it would be the first to be asked. */
function apiByCache(url: URL, { cache }: IndexOptions): 'simple' | 'pypi-json' | undefined {
  const accepted = cache?.freshBelow(url);
  if (accepted?.has(SIMPLE_API.accept)) return 'simple';
  return accepted?.has(PYPI_JSON_API.accept) ? 'pypi-json' : undefined;
}

function simpleOf(place: IndexUrl, options: IndexOptions): FileLister {
  return new ProjectPages(new HttpAnswers(place, SIMPLE_API, readSimplePage, options), options);
}

function pypiJsonOf(place: IndexUrl, options: IndexOptions): FileLister {
  return new ProjectPages(new HttpAnswers(place, PYPI_JSON_API, readPypiPage, options), options);
}

function folderOf(url: URL): string {
  try {
    return fileURLToPath(url);
  } catch {
    throw new IndexUrlError(`"${url.href}" is not a folder of this machine; write file:///path/to/folder.`);
  }
}

export { IndexUrlError };

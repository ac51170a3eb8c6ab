import { fileURLToPath } from 'node:url';
import type { PackageIndex } from './index-answer.ts';
import type { IndexOptions } from './index-options.ts';
import { IndexUrlError, parseIndexUrl } from './index-url.ts';
import { PypiHttpAnswers } from './pypi-http.ts';
import { PypiJsonIndex } from './pypi-json.ts';
import { RecordedAnswers } from './recorded-index.ts';

/**
 * Opens the index at a URL; nothing is asked yet.
 *
 * - `http:`, `https:`: the base of a PyPI JSON API, to which `/{project}/json` is added. A user name and password
 *   in the URL are sent as Basic authorization, to that origin only.
 * - `file:`: a folder of recorded answers, see {@link RecordedAnswers}.
 *
 * @throws {IndexUrlError} malformed URL, or one that cannot name such an index
 */
export function openIndex(url: string, options: IndexOptions): PackageIndex {
  const place = parseIndexUrl(url);
  const source = { url: place.url.href };
  if (place.url.protocol === 'file:') {
    return new PypiJsonIndex(source, new RecordedAnswers(folderOf(place.url), options), options);
  }
  // Such an index answers 404 to every question of the JSON API: each project would silently pass as not listed.
  if (place.url.pathname.endsWith('/simple')) {
    throw new IndexUrlError(
      `"${source.url}" is the URL of a Simple API; give the base URL of the index's PyPI JSON API (often …/pypi).`,
    );
  }
  return new PypiJsonIndex(source, new PypiHttpAnswers(place, options), options);
}

function folderOf(url: URL): string {
  try {
    return fileURLToPath(url);
  } catch {
    throw new IndexUrlError(`"${url.href}" is not a folder of this machine; write file:///path/to/folder.`);
  }
}

export { IndexUrlError };

import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseJson } from '../bounded-json.ts';
import { KeptDocuments } from '../cache/kept-documents.ts';
import { pageForm } from '../cache/page-text.ts';
import type { FileLister } from '../file-lister.ts';
import { HttpClient } from '../http/client.ts';
import type { Known } from '../http/fetched.ts';
import type { IndexFile, PackageIndex } from '../index-answer.ts';
import { DEFAULT_MAX_BODY, type IndexOptions } from '../index-options.ts';
import { credentialsOf, IndexUrlError, parsePageUrl } from '../index-url.ts';
import { ListedIndex } from '../listed-index.ts';
import { readLocalFile } from '../local-file.ts';
import type { RawAnswer } from '../raw-answers.ts';
import { Unanswered } from '../unanswered.ts';
import { filesByProject, isDistribution } from './files-of-project.ts';
import { readHtmlPage } from './html-page.ts';
import { HTML, SIMPLE_JSON } from './media-types.ts';
import { ACCEPT_SIMPLE } from './simple-api.ts';
import { readSimpleJson } from './simple-json.ts';
import { isHtml, notSimple, refuseWebPage } from './simple-page.ts';

/**
 * Opens a find-links location that is a page of links to the files of any projects: at an `http:` or `https:` URL, or
 * a file whose name ends in `.html` or `.htm`. Nothing is fetched before the first question, and the page only once.
 * A project without a file on it is not listed, and so is every project when the server has no such page (404).
 *
 * @throws {IndexUrlError} malformed URL, or one that cannot name such a page
 */
export function openFindLinksPage(url: string, options: IndexOptions): PackageIndex {
  const place = parsePageUrl(url);
  const source = { url: place.url.href.replace(/\?.*$/s, '') };
  if (place.url.protocol === 'file:') {
    const path = pathOf(place.url);
    return new ListedIndex(
      source,
      new FindLinksPage(
        async () => filesOfPage(await readLocalPage(path, options)),
        async () => {},
      ),
    );
  }
  const credentials = credentialsOf(place, options.authorization);
  const client = new HttpClient({ ...options, accept: ACCEPT_SIMPLE, credentials });
  const pages = new KeptDocuments(options.cache, pageForm, {
    accept: ACCEPT_SIMPLE,
    authenticated: credentials !== undefined,
  });
  const request = {
    url: place.url,
    fetch: (known?: Known) => client.get(place.url, known),
    read: async (raw: RawAnswer) => ({ files: await filesOfPage(raw), complete: true, version: undefined }),
  };
  return new ListedIndex(
    source,
    new FindLinksPage(
      async () => (await pages.get(request))?.files,
      () => client.close(),
    ),
  );
}

/**
 * The content of an HTML file, for {@link readHtmlPage}.
 * @throws {Unanswered} also where there is none
 */
export async function readLocalPage(
  path: string,
  { maxBody = DEFAULT_MAX_BODY }: Pick<IndexOptions, 'maxBody'> = {},
): Promise<RawAnswer> {
  const body = await readLocalFile(path, 'page', maxBody);
  if (body === undefined) throw new Unanswered('page not found');
  return { body, url: pathToFileURL(path).href, type: HTML };
}

/** A page of links, read once, and its files by project. */
class FindLinksPage implements FileLister {
  readonly #fetch: () => Promise<readonly IndexFile[] | undefined>;
  readonly #release: () => Promise<void>;
  #files: Promise<ReadonlyMap<string, readonly IndexFile[]>> | undefined;
  #closed = false;

  constructor(fetch: () => Promise<readonly IndexFile[] | undefined>, release: () => Promise<void>) {
    this.#fetch = fetch;
    this.#release = release;
  }

  async list(project: string): Promise<readonly IndexFile[] | undefined> {
    if (this.#closed) throw new Unanswered('the index was closed before it answered');
    this.#files ??= this.#read();
    return (await this.#files).get(project);
  }

  close(): Promise<void> {
    this.#closed = true;
    return this.#release();
  }

  async #read(): Promise<ReadonlyMap<string, readonly IndexFile[]>> {
    return filesByProject((await this.#fetch()) ?? []);
  }
}

/** Any page that pip takes links from, JSON included. @throws {Unanswered} */
async function filesOfPage(raw: RawAnswer): Promise<readonly IndexFile[]> {
  if (raw.type === SIMPLE_JSON) return readSimpleJson(parseJson(raw.body, raw.type), raw.url).files;
  if (!isHtml(raw)) throw notSimple(raw);
  const page = await readHtmlPage(raw);
  refuseWebPage(page, isDistribution, 'that is a wheel or an sdist');
  return page.files;
}

function pathOf(url: URL): string {
  if (!/\.html?$/i.test(url.pathname)) {
    throw new IndexUrlError(
      `A find-links page on this machine ends in .html or .htm, but not "${url.href}".`,
    );
  }
  try {
    return fileURLToPath(url);
  } catch {
    throw new IndexUrlError(`"${url.href}" is not a file of this machine; write file:///path/to/page.html.`);
  }
}

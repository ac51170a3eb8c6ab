import { KeptDocuments } from './cache/kept-documents.ts';
import { pageForm } from './cache/page-text.ts';
import { CircuitBreaker } from './circuit-breaker.ts';
import { unstorable } from './http/caching.ts';
import { HttpClient } from './http/client.ts';
import type { Fetched, Known } from './http/fetched.ts';
import type { ForbiddenMeaning, IndexOptions } from './index-options.ts';
import { credentialsOf, type IndexUrl } from './index-url.ts';
import type { PageReader, PageSource, ProjectPage } from './project-page.ts';
import { Unanswered } from './unanswered.ts';

/** What tells one API of an index from another over HTTP. */
export interface HttpApi {
  /** Value of the `Accept` header. */
  readonly accept: string;
  /** Path below the index URL; project and version are percent-encoded. */
  route(project: string, version: string | undefined): string;
}

export const PYPI_JSON_API: HttpApi = {
  accept: 'application/json',
  route: (project, version) => (version === undefined ? `${project}/json` : `${project}/${version}/json`),
};

/** An index over HTTP, and what is kept of its answers. */
export class HttpAnswers implements PageSource {
  readonly #base: string;
  readonly #api: HttpApi;
  readonly #read: PageReader;
  readonly #client: HttpClient;
  readonly #forbidden: ForbiddenMeaning;
  readonly #pages: KeptDocuments<ProjectPage>;
  readonly #breaker = new CircuitBreaker();

  constructor(place: IndexUrl, api: HttpApi, read: PageReader, options: IndexOptions) {
    const credentials = credentialsOf(place, options.authorization);
    this.#base = place.url.href.replace(/\/$/, '');
    this.#api = api;
    this.#forbidden = options.forbidden ?? 'unchecked';
    this.#read = read;
    this.#client = new HttpClient({ ...options, accept: api.accept, credentials });
    this.#pages = new KeptDocuments(options.cache, pageForm, {
      accept: api.accept,
      authenticated: credentials !== undefined,
    });
  }

  read(project: string, version: string | undefined): Promise<ProjectPage | undefined> {
    const route = this.#api.route(encodeURIComponent(project), version && encodeURIComponent(version));
    const url = new URL(`${this.#base}/${route}`);
    return this.#pages.get({
      url,
      fetch: (known) => this.#fetch(url, known),
      read: (raw) => this.#read(raw, project),
    });
  }

  /** What 403 means is not kept: it is for the configuration to say. */
  async #fetch(url: URL, known: Known | undefined): Promise<Fetched> {
    try {
      return await this.#breaker.run(() => this.#client.get(url, known));
    } catch (error) {
      if (!(error instanceof Unanswered) || error.status !== 403) throw error;
      if (this.#forbidden === 'not-listed') return { status: 'not found', caching: unstorable };
      throw new Unanswered(`${error.message} (does it mean "not listed"? then set forbidden = "not-listed")`);
    }
  }

  close(): Promise<void> {
    return this.#client.close();
  }
}

import { CircuitBreaker } from './circuit-breaker.ts';
import { HttpClient } from './http/client.ts';
import type { ForbiddenMeaning, IndexOptions } from './index-options.ts';
import { credentialsOf, type IndexUrl } from './index-url.ts';
import type { RawAnswer, RawAnswers } from './raw-answers.ts';
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

/** An index over HTTP. */
export class HttpAnswers implements RawAnswers {
  readonly #base: string;
  readonly #api: HttpApi;
  readonly #client: HttpClient;
  readonly #forbidden: ForbiddenMeaning;
  readonly #breaker = new CircuitBreaker();

  constructor(place: IndexUrl, api: HttpApi, options: IndexOptions) {
    this.#base = place.url.href.replace(/\/$/, '');
    this.#api = api;
    this.#forbidden = options.forbidden ?? 'unchecked';
    const credentials = credentialsOf(place, options.authorization);
    this.#client = new HttpClient({ ...options, accept: api.accept, credentials });
  }

  async read(project: string, version: string | undefined): Promise<RawAnswer | undefined> {
    const route = this.#api.route(encodeURIComponent(project), version && encodeURIComponent(version));
    try {
      return await this.#breaker.run(() => this.#client.get(new URL(`${this.#base}/${route}`)));
    } catch (error) {
      if (!(error instanceof Unanswered) || error.status !== 403) throw error;
      if (this.#forbidden === 'not-listed') return undefined;
      throw new Unanswered(`${error.message} (does it mean "not listed"? then set forbidden = "not-listed")`);
    }
  }

  close(): Promise<void> {
    return this.#client.close();
  }
}

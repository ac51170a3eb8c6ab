import { CircuitBreaker } from './circuit-breaker.ts';
import { HttpClient } from './http/client.ts';
import type { IndexOptions } from './index-options.ts';
import type { IndexUrl } from './index-url.ts';
import type { RawAnswer, RawAnswers } from './raw-answers.ts';

/** The PyPI JSON API over HTTP: `{base}/{project}/json` and `{base}/{project}/{version}/json`. */
export class PypiHttpAnswers implements RawAnswers {
  readonly #base: string;
  readonly #client: HttpClient;
  readonly #breaker = new CircuitBreaker();

  constructor({ url, authorization }: IndexUrl, options: IndexOptions) {
    this.#base = url.href.replace(/\/$/, '');
    const credentials = authorization === undefined ? undefined : { origin: url.origin, authorization };
    this.#client = new HttpClient({ ...options, credentials });
  }

  read(project: string, version: string | undefined): Promise<RawAnswer | undefined> {
    const route = version === undefined ? [project] : [project, version];
    const url = new URL(`${this.#base}/${route.map(encodeURIComponent).join('/')}/json`);
    return this.#breaker.run(() => this.#client.get(url));
  }

  close(): Promise<void> {
    return this.#client.close();
  }
}

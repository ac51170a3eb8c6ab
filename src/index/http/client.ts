import { setMaxListeners } from 'node:events';
import type { Dispatcher } from 'undici';
import { DEFAULT_MAX_BODY, DEFAULT_TRIES, type IndexOptions } from '../index-options.ts';
import { Unanswered } from '../unanswered.ts';
import { duration } from '../units.ts';
import { backOff, LONGEST_WAIT } from './back-off.ts';
import { openDispatcher } from './dispatcher.ts';
import type { Fetched, Known } from './fetched.ts';
import { directNetwork } from './network.ts';
import { type Credentials, oneTry } from './one-try.ts';
import { withTries } from './with-tries.ts';
import { within } from './within.ts';

export interface HttpClientOptions extends IndexOptions {
  /** Value of the `Accept` header. */
  readonly accept: string;
  readonly credentials?: Credentials | undefined;
}

/** GETs whole documents: keep-alive, time and size limits, tries. Ends in bounded time whatever the server does. */
export class HttpClient {
  readonly #options: HttpClientOptions;
  readonly #closing = new AbortController();
  #agent: Promise<Dispatcher> | undefined;

  constructor(options: HttpClientOptions) {
    this.#options = options;
    // One listener for each request under way is no leak.
    setMaxListeners(0, this.#closing.signal);
  }

  /**
   * @param known asks only for what is newer
   * @throws {Unanswered} for everything that is not an answer
   */
  async get(url: URL, known?: Known): Promise<Fetched> {
    const { timeout, userAgent, accept, credentials, network = directNetwork } = this.#options;
    const { tries = DEFAULT_TRIES, maxBody = DEFAULT_MAX_BODY, backoff = backOff } = this.#options;
    const deadline = this.#options.deadline ?? tries * timeout + 2 * LONGEST_WAIT;

    const slow = new Unanswered(`no answer within ${duration(timeout)}`, { transient: true, hostDown: true });
    const late = new Unanswered(`no answer within ${duration(deadline)}, all tries together`, {
      hostDown: true,
    });

    return within(deadline, late, this.#closing.signal, (signal) =>
      withTries(tries, backoff, signal, () =>
        within(timeout, slow, signal, async (signal) =>
          oneTry(url, {
            agent: await this.#connections(),
            network,
            userAgent,
            accept,
            credentials,
            maxBody,
            signal,
            known,
          }),
        ),
      ),
    );
  }

  /** Requests under way fail at once. */
  async close(): Promise<void> {
    this.#closing.abort(new Unanswered('the index was closed before it answered'));
    await (await this.#agent)?.destroy();
  }

  #connections(): Promise<Dispatcher> {
    const { concurrency, timeout, network = directNetwork } = this.#options;
    // Our own limit covers the whole try; a little later than it, so that the reason is the same every time.
    this.#agent ??= openDispatcher({ connections: concurrency, connectTimeout: timeout + 1000, network });
    return this.#agent;
  }
}

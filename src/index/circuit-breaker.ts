import { Unanswered } from './unanswered.ts';

const LIMIT = 5;

/**
 * Stops asking a host that is plainly not working: after five requests in a row, each with all its tries, failed for
 * a reason that is the host's (not reachable, no answer in time, overloaded: {@link Unanswered.hostDown}) and with no
 * other answer in between, further ones fail at once. Else 2,000 projects × 3 tries × 10 s would hang a run. It stays
 * so for the run, unless a request that was still under way gets its answer.
 */
export class CircuitBreaker {
  #failures = 0;
  #last = '';

  /** @throws {Unanswered} what `request` throws, or at once when the host is not working */
  async run<T>(request: () => Promise<T>): Promise<T> {
    if (this.#failures >= LIMIT) {
      const reason = `not asked, as ${LIMIT} requests in a row failed (${this.#last})`;
      throw new Unanswered(reason, { hostDown: true });
    }
    try {
      const answer = await request();
      this.#failures = 0;
      return answer;
    } catch (error) {
      if (error instanceof Unanswered && error.hostDown) {
        this.#failures++;
        this.#last = error.message;
      } else {
        this.#failures = 0;
      }
      throw error;
    }
  }
}

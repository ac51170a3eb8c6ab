import { setTimeout as sleep } from 'node:timers/promises';
import { Unanswered } from '../unanswered.ts';
import { duration } from '../units.ts';
import { LONGEST_WAIT } from './back-off.ts';

/**
 * Repeats a request that failed for a reason that may go away, whole each time. Our own loop because undici's
 * RetryAgent neither repeats a try that ran out of our time or broke while decompressing, nor tells how often it
 * tried; and it waits 30 s where `Retry-After` asks for an hour, to be refused once more.
 * @throws {Unanswered} the last failure, or the signal's reason
 */
export async function withTries<T>(
  tries: number,
  backoff: (attempt: number) => number,
  signal: AbortSignal,
  request: () => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await request();
    } catch (error) {
      if (signal.aborted || !(error instanceof Unanswered) || !error.transient) throw error;
      if (attempt >= tries) throw afterTries(error, attempt);
      const wait = Math.max(error.retryAfter ?? 0, Math.min(backoff(attempt), LONGEST_WAIT));
      if (wait > LONGEST_WAIT) throw told(error, `${error.message}, asks to wait ${duration(wait)}`);
      await sleep(wait, undefined, { signal });
    }
  }
}

function afterTries(error: Unanswered, attempt: number): Unanswered {
  return attempt === 1 ? error : told(error, `${error.message} after ${attempt} tries`);
}

function told({ hostDown }: Unanswered, reason: string): Unanswered {
  return new Unanswered(reason, { hostDown });
}

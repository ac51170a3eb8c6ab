/** Milliseconds. A longer `Retry-After` ends the tries: a run is not worth waiting for that. */
export const LONGEST_WAIT = 30_000;

/** Milliseconds to wait after try 1, 2, 3, …: about 0.5 s, 1 s, 2 s, spread by half so that clients do not march in step. */
export function backOff(attempt: number): number {
  return Math.min(500 * 2 ** (attempt - 1), LONGEST_WAIT) * (0.75 + Math.random() / 2);
}

/**
 * Milliseconds that a `Retry-After` header asks to wait, in seconds or until an HTTP date; `undefined` if malformed.
 * @param now the server's `Date` header, so that a wrong clock here does not count @see RFC 9110, 10.2.3
 */
export function retryAfter(value: string | undefined, now: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (/^\s*\d+\s*$/.test(value)) return Number(value) * 1000;
  const until = httpDate(value);
  if (until === undefined) return undefined;
  return Math.max(0, until - (httpDate(now ?? '') ?? Date.now()));
}

/** Milliseconds since 1970. `Date.parse` takes almost anything; every form of an HTTP date starts with the day's name and ends with the zone or year. */
export function httpDate(text: string): number | undefined {
  if (!/^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\w*,? .*(?:GMT|\d{4})$/.test(text)) return undefined;
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : time;
}

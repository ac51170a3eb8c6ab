import { promisify } from 'node:util';
import { count } from '../words.ts';

/** GitHub refuses a run with more. */
export const mostResults = 25_000;

/** GitHub keeps no more than these of a run. */
const mostShown = 5000;

/** Bytes that GitHub takes, compressed with gzip: 10 MB, whichever way they count. */
const largestLog = 10_000_000;

/** How many of its results may stay in a log; all of them, nearly always. */
export async function resultsThatFit(log: string, results: number): Promise<number> {
  // gzip never makes a text longer by more than its frame.
  if (log.length * 3 < largestLog || results === 0) return results;
  const { gzip } = await import('node:zlib');
  const { length } = await promisify(gzip)(log);
  if (length <= largestLog) return results;
  return Math.min(results - 1, Math.floor((results * largestLog * 0.9) / length));
}

export function leftOutText(cut: number): string {
  return `${count(cut, 'result')} left out: GitHub accepts 25,000 results and 10 MB; errors were kept first.`;
}

/** What to say of results that GitHub accepts and does not show. */
export function shownText(results: number): string | undefined {
  if (results <= mostShown) return undefined;
  return `SARIF: GitHub shows 5,000 of ${results} results, by severity.`;
}

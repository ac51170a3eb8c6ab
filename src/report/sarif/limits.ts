import { promisify } from 'node:util';
import type { Finding } from '../../engine/finding.ts';
import { count } from '../words.ts';

/** GitHub refuses a run with more. */
export const mostResults = 25_000;

/** GitHub keeps no more than these of a run. */
const mostShown = 5000;

/** GitHub keeps no more locations of a result. */
export const mostRelated = 100;

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

/** What to say of what GitHub accepts and does not show: results, and places that belong to them. */
export function notShown(findings: readonly Finding[]): string[] {
  const crowded = findings.filter(({ related }) => related.length > mostRelated).length;
  return [
    ...(findings.length > mostShown
      ? [`SARIF: GitHub shows 5,000 of ${findings.length} results, by severity.`]
      : []),
    ...(crowded > 0
      ? [`SARIF: ${count(crowded, 'result')} with more than 100 related places, of which the first 100 stay.`]
      : []),
  ];
}

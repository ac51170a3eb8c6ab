import type { IndexAnswer } from '../index/index-answer.ts';
import { apiRemark, statusRemark } from './remarks.ts';

/** Fewer projects can all be missing from an index by chance. */
const fewest = 5;

/** What answers say that no rule tells: sentences, each once. */
export function doubtsAbout(answers: Iterable<readonly IndexAnswer[]>): string[] {
  const all = [...answers].flat();
  const quarantined = all.filter(
    (answer) => answer.status === 'listed' && answer.remarks?.projectStatus?.status === 'quarantined',
  );
  const remarks = [...all.map(apiRemark), ...quarantined.map(statusRemark)];
  return [...wrongUrls(all), ...[...new Set(remarks.filter((remark) => remark !== undefined))].sort()];
}

/**
 * Indexes that know none of many projects, as sentences: a wrong base URL answers 404 to every question, and the run
 * would look clean.
 */
function wrongUrls(answers: readonly IndexAnswer[]): string[] {
  const asked = new Map<string, { projects: number; known: boolean }>();
  for (const answer of answers) {
    const index = asked.get(answer.source.url) ?? { projects: 0, known: false };
    index.projects += 1;
    index.known ||= answer.status !== 'not-listed';
    asked.set(answer.source.url, index);
  }
  return [...asked]
    .filter(([, { projects, known }]) => projects >= fewest && !known)
    .map(([url, { projects }]) => `${url} lists none of the ${projects} projects; is it the right URL?`);
}

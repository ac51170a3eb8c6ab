import type { IndexAnswer } from '../index/index-answer.ts';

/** Fewer projects can all be missing from an index by chance. */
const fewest = 5;

/**
 * Indexes that know none of many projects, as sentences: a wrong base URL answers 404 to every question, and the run
 * would look clean.
 */
export function doubtsAbout(answers: Iterable<readonly IndexAnswer[]>): string[] {
  const asked = new Map<string, { projects: number; known: boolean }>();
  for (const answer of [...answers].flat()) {
    const index = asked.get(answer.source.url) ?? { projects: 0, known: false };
    index.projects += 1;
    index.known ||= answer.status !== 'not-listed';
    asked.set(answer.source.url, index);
  }
  return [...asked]
    .filter(([, { projects, known }]) => projects >= fewest && !known)
    .map(([url, { projects }]) => `${url} lists none of the ${projects} projects; is it the right URL?`);
}

import { list } from '../report/words.ts';

/** @param notAsked what --offline leaves out, because nothing of it is in the cache */
export function offlineNotices(notAsked: readonly string[]): string[] {
  return notAsked.length === 0 ? [] : [`Not asked, because of --offline: ${list(notAsked, 5)}.`];
}

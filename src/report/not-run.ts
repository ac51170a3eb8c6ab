import { count, list } from './words.ts';

/** Which rules had no part in the result: none of their findings says nothing then. */
export function notRunText(codes: readonly string[]): string {
  return `${count(codes.length, 'rule')} did not run, because no index was asked (${list(codes, 8)})`;
}

import { quote } from './quote.ts';

/** The first of several names, for a message that puts it in single quotes: `demo/a.py and 3 more`. */
export function fewNames(first: string, count: number): string {
  const name = quote(first).slice(1, -1);
  return count > 1 ? `${name} and ${count - 1} more` : name;
}

import { showHidden } from '../escape.ts';

const longest = 2000;

/** Text of a wheel or an index as the page shows it: everything visible, and no novel. */
export function shownText(text: string): string {
  if (text.length <= longest) return showHidden(text);
  return `${showHidden(text.slice(0, longest).toWellFormed())}… (${text.length - longest} more characters)`;
}

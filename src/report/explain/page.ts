import { pathToFileURL } from 'node:url';
import { escapeTerminal } from '../escape.ts';
import type { Paint } from '../stylish/paint.ts';

/** What lines for people are written on. */
export interface Page {
  readonly paint: Paint;
  /** Columns. */
  readonly width: number;
  /** URLs below it are shown as they were probably typed. */
  readonly workingDirectory: string;
}

/** A folder, page or index for people, safe for a terminal: `https://pypi.org/pypi`, `file:answers`, `this folder`. */
export function sourceText(source: string, { workingDirectory }: Page): string {
  if (source === '.') return 'this folder';
  const here = `${pathToFileURL(workingDirectory).href}/`;
  return escapeTerminal(source.startsWith(here) ? `file:${source.slice(here.length)}` : source);
}

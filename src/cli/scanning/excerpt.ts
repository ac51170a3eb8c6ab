import type { Excerpt } from '../../report/reporter.ts';

/** A longer line is data, not a text to read. */
const longestLine = 1000;
/** Characters up to which a text is kept whole. */
const longestWhole = 4096;

/**
 * A line of a text and its neighbours, copied: the text is not kept.
 * @param line 1-based; `undefined` for the first line that is not empty
 * @returns `undefined` where there is no such line, or it is no line for people
 */
export function excerptOf(text: string, line?: number): Excerpt | undefined {
  const all = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  // What follows the last line feed is no line.
  if (all.at(-1) === '') all.pop();
  const index = line === undefined ? all.findIndex((content) => content.trim() !== '') : line - 1;
  const content = all[index];
  if (content === undefined || content === '') return undefined;
  const first = Math.max(0, index - 1);
  const lines = all.slice(first, index + 2);
  if (lines.some(({ length }) => length > longestLine)) return undefined;
  return structuredClone({
    line: index + 1,
    text: content,
    firstLine: first + 1,
    lines,
    whole: text.length <= longestWhole ? text : undefined,
  });
}

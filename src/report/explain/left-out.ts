import { escapeTerminal } from '../escape.ts';
import { count } from '../words.ts';
import { wrap } from '../wrap.ts';
import { type Page, sourceText } from './page.ts';
import type { ExplainedFile } from './rows.ts';

/** Files that are named for one reason. */
const mostNames = 3;

/** The files that are no candidates, by reason: few of them by name, of many only the user's own. */
export function leftOutLines(files: readonly ExplainedFile[], page: Page): string[] {
  const excluded = files.filter(({ rank }) => rank === null);
  if (excluded.length === 0) return [];
  const byReason = Map.groupBy(excluded, (file) => file.excluded ?? '');
  const lines = Array.from(byReason, ([reason, group]) => reasonLines(reason, group, page));
  return ['  left out:', ...lines.flat()].map((line) => `${page.paint('dim', line)}\n`);
}

function reasonLines(reason: string, files: readonly ExplainedFile[], page: Page): string[] {
  const named = files.length <= mostNames ? files : files.filter(({ isOwn }) => isOwn).slice(0, mostNames);
  const hidden = files.length - named.length;
  const heading = named.length === 0 ? `${reason}: ${count(hidden, 'file')}` : `${reason}:`;
  return [
    ...wrap(heading, page.width - 4).map((line) => `    ${line}`),
    ...named.flatMap((file) => nameLines(file, page)),
    ...(hidden > 0 && named.length > 0 ? [`      … and ${count(hidden, 'more file')}`] : []),
  ];
}

function nameLines({ filename, source }: ExplainedFile, page: Page): string[] {
  const [name, place] = [escapeTerminal(filename), sourceText(source, page)];
  const line = `      ${name}  ${place}`;
  return line.length <= page.width ? [line] : [`      ${name}`, `        ${place}`];
}

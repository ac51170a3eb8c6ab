import type { Explanation } from '../../engine/explain/explain.ts';
import { escapeTerminal } from '../escape.ts';
import { painter } from '../stylish/paint.ts';
import { groupUnchecked, uncheckedHeading, uncheckedText } from '../unchecked.ts';
import { wrap } from '../wrap.ts';
import { candidateLines } from './candidates.ts';
import { type ExplainedGroup, groupTargets } from './groups.ts';
import { leftOutLines } from './left-out.ts';
import { legendLines } from './legend.ts';
import type { Page } from './page.ts';

/** Columns of a table that goes to a file or a log. */
const widthElsewhere = 100;

/** Narrower terminals have to break lines themselves. */
const least = 60;

/** The explanation for people: a table for each answer, the winner marked, files out of the race below. */
export function explanationTable(
  explanation: Explanation,
  color: boolean,
  { width = widthElsewhere, workingDirectory = process.cwd() }: Partial<Omit<Page, 'paint'>> = {},
): string {
  const page: Page = { paint: painter(color), width: Math.max(width, least), workingDirectory };
  const { paint } = page;
  const { requirement, request, stacks } = explanation;
  const grouped = stacks.map(({ name, rankings }) => ({ name, groups: groupTargets(rankings) }));
  const blocks = grouped.flatMap(({ name, groups }) => [
    ...(name === undefined ? [] : [`${paint('bold', escapeTerminal(`stack '${name}'`))}\n\n`]),
    ...groups.map((group) => block(group, request.project, page)),
  ]);
  const files = grouped.flatMap(({ groups }) => groups.map((group) => group.files));
  return [
    `${paint('bold', escapeTerminal(requirement))}\n\n`,
    ...blocks,
    ...uncheckedLines(explanation, page),
    ...explanation.notices.flatMap((notice) => painted(`note: ${notice}`, 'yellow', page)),
    ...(explanation.notices.length > 0 ? ['\n'] : []),
    ...legendLines(files, page),
  ].join('');
}

function block({ headings, files, problem }: ExplainedGroup, project: string, page: Page): string {
  const candidates = files.filter(({ rank }) => rank !== null);
  const nothing = files.length === 0 ? `no source has a file of '${project}'` : 'no file fits';
  return [
    ...headings.flatMap((heading) => painted(heading, 'underline', page)),
    ...candidateLines(candidates, page),
    ...(candidates.length === 0 ? painted(`  ${nothing}: nothing can be installed`, 'red', page) : []),
    ...(problem === undefined ? [] : painted(`  ✖ ${problem}`, 'red', page)),
    ...leftOutLines(files, page),
    '\n',
  ].join('');
}

function uncheckedLines({ unchecked }: Explanation, page: Page): string[] {
  if (unchecked.length === 0) return [];
  return [
    ...painted(`${uncheckedHeading(unchecked)}, so another file may win:`, 'yellow', page),
    ...groupUnchecked(unchecked).flatMap((group) =>
      wrap(`  ${uncheckedText(group)}`, page.width).map((line) => `${line}\n`),
    ),
    '\n',
  ];
}

function painted(text: string, style: 'red' | 'yellow' | 'underline', { paint, width }: Page): string[] {
  const [first = '', ...others] = wrap(text, width);
  const further = wrap(others.join(' '), width - margin.length).filter((line) => line !== '');
  return [first, ...further.map((line) => `${margin}${line}`)].map((line) => `${paint(style, line)}\n`);
}

/** Of the lines that go on with what the one above says. */
const margin = '      ';

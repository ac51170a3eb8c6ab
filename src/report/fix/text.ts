import { decoded } from '../../fix/byte-text.ts';
import type { LineEdit } from '../../fix/plan/line-edits.ts';
import type { Plan, TextChange } from '../../fix/plan/plan.ts';
import { pathField, readRow } from '../../fix/plan/record-rows.ts';
import { escapeTerminal } from '../escape.ts';
import { type Paint, painter } from '../stylish/paint.ts';
import { count } from '../words.ts';
import { countOutcomes, diffLines, type FixReport, type ReportedWheel } from './result.ts';

/** Lines of one text that a terminal gets; a RECORD can change in thousands. */
const mostLines = 40;

/** The report of `fix` for people: names of what was written, or what would change. */
export function fixText(report: FixReport, color: boolean): string {
  const paint = painter(color);
  const blocks = report.wheels
    .filter(({ outcome }) => outcome.status !== 'unchanged')
    .map((wheel) => wheelBlock(wheel, report.isDryRun, paint));
  return `${blocks.join(report.isDryRun ? '\n' : '')}${blocks.length > 0 ? '\n' : ''}${summary(report, paint)}\n`;
}

function wheelBlock({ wheel, output, outcome }: ReportedWheel, isDryRun: boolean, paint: Paint): string {
  const lines = [paint('underline', escapeTerminal(wheel))];
  switch (outcome.status) {
    case 'refused':
      lines.push(`  ${paint('red', 'refused')}  ${escapeTerminal(outcome.reason)}`);
      break;
    case 'gone':
      lines.push(`  ${paint('yellow', 'gone')}  it is not there any more`);
      break;
    case 'unchanged':
      break;
    default:
      if (output !== undefined && output !== wheel) lines.push(`  → ${escapeTerminal(output)}`);
      else lines.push(`  ${isDryRun ? 'is written anew' : 'written anew'} under its name`);
      if (isDryRun) lines.push(...planLines(outcome.plan, paint));
      lines.push(...outcome.plan.notes.map((note) => `  ${escapeTerminal(note)}`));
  }
  return `${lines.join('\n')}\n`;
}

function planLines(plan: Plan, paint: Paint): string[] {
  const lines = Array.from(plan.folders, ([from, to]) => `  ${shown(from)}/ → ${shown(to)}/`);
  for (const change of plan.texts) {
    const [edits, moved] = withoutMoves(change, plan);
    const diff = diffLines({ edits });
    const hidden = diff.length > mostLines + 1 ? diff.length - mostLines : 0;
    lines.push(`  ${shown(plan.renames.get(change.member) ?? change.member)}`);
    for (const { sign, text } of hidden > 0 ? diff.slice(0, mostLines) : diff) {
      lines.push(paint(sign === '-' ? 'red' : 'green', `    ${sign} ${escapeTerminal(text)}`));
    }
    if (hidden > 0) lines.push(`    and ${hidden} more lines`);
    if (moved > 0) lines.push(`    ${count(moved, 'row')} with the new names`);
  }
  return lines;
}

/** Rows of RECORD that only follow a renamed folder are counted: there may be hundreds. */
function withoutMoves({ edits }: TextChange, { renames }: Plan): [edits: LineEdit[], moved: number] {
  const isMove = ({ removed: [before = ''], added: [after = ''] }: LineEdit): boolean => {
    const row = readRow(before);
    const name = row && renames.get(row.path);
    return name !== undefined && after === `${pathField(name)}${before.slice(row?.pathLength)}`;
  };
  const others = edits.filter((edit) => !isMove(edit));
  return [others, edits.length - others.length];
}

function shown(name: string): string {
  return escapeTerminal(decoded(name));
}

function summary(report: FixReport, paint: Paint): string {
  const { wheels, fixed, unchanged, refused, gone } = countOutcomes(report);
  const parts = [
    `${count(fixed, 'wheel')} ${report.isDryRun ? 'would be fixed' : 'fixed'}`,
    ...(unchanged > 0 ? [`${unchanged} ${unchanged === 1 ? 'needs' : 'need'} nothing`] : []),
    ...(refused > 0 ? [`${refused} refused and left as ${refused === 1 ? 'it is' : 'they are'}`] : []),
    ...(gone > 0 ? [`${gone} gone`] : []),
  ];
  if (unchanged === wheels) return paint(['green', 'bold'], `✔ ${count(wheels, 'wheel')}, nothing to fix.`);
  const text = `${parts.join(', ')}.${report.isDryRun ? ' Nothing was written.' : ''}`;
  return refused + gone > 0 ? paint(['red', 'bold'], `✖ ${text}`) : paint(['green', 'bold'], `✔ ${text}`);
}

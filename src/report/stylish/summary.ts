import type { LintResult } from '../../engine/finding.ts';
import { count } from '../words.ts';
import type { Paint } from './paint.ts';

/** The line that says how it went, in ESLint's words where there are problems. */
export function headline(result: LintResult, paint: Paint): string {
  const { wheels, projects, errors, warnings, infos } = result.summary;
  const total = errors + warnings + infos;
  if (total > 0) {
    const parts = [
      count(errors, 'error'),
      count(warnings, 'warning'),
      ...(infos > 0 ? [count(infos, 'info')] : []),
    ];
    const style = errors > 0 ? 'red' : warnings > 0 ? 'yellow' : 'blue';
    return paint([style, 'bold'], `✖ ${count(total, 'problem')} (${parts.join(', ')})`);
  }
  if (wheels === 0) return paint(['yellow', 'bold'], '⚠ No wheel was checked.');
  const clean = `No problems in ${count(wheels, 'wheel')} of ${count(projects, 'project')}`;
  return result.unchecked.length > 0
    ? paint(['yellow', 'bold'], `⚠ ${clean}, as far as they could be checked.`)
    : paint(['green', 'bold'], `✔ ${clean}.`);
}

/** The lines below the headline that hold numbers. */
export function numbers(result: LintResult, quiet: boolean): string[] {
  const { wheels, projects, errors, warnings, infos, ignored } = result.summary;
  const lines: string[] = [];
  const fixable = result.findings.filter((finding) => finding.fixable).length;
  if (quiet && warnings + infos > 0) lines.push('Only errors are listed.');
  if (fixable > 0) lines.push(`[*] ${count(fixable, 'problem')} can be fixed with \`wheelhouse-lint fix\`.`);
  const checked = `${count(wheels, 'wheel')}, ${count(projects, 'project')} checked`;
  const found = errors + warnings + infos > 0;
  if (ignored > 0) lines.push(`${found ? `${checked}, ` : ''}${count(ignored, 'finding')} ignored`);
  else if (found) lines.push(checked);
  return lines;
}

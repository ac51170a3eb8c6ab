import type { LintResult } from '../../engine/finding.ts';
import { fixCommands } from '../../engine/fix-commands.ts';
import type { ReportContext } from '../reporter.ts';
import { problemTotals, scopeTotals } from '../totals.ts';
import { count } from '../words.ts';
import type { Paint } from './paint.ts';

/** The line that says how it went, in ESLint's words where there are problems. */
export function headline(result: LintResult, paint: Paint): string {
  const { wheels, projects, errors, warnings, infos } = result.summary;
  const total = errors + warnings + infos;
  if (total > 0) {
    const style = errors > 0 ? 'red' : warnings > 0 ? 'yellow' : 'blue';
    return paint([style, 'bold'], `✖ ${problemTotals(result)}`);
  }
  if (wheels === 0) return paint(['yellow', 'bold'], '⚠ No wheel was checked.');
  const clean = `No problems in ${count(wheels, 'wheel')} of ${count(projects, 'project')}`;
  return result.unchecked.length > 0
    ? paint(['yellow', 'bold'], `⚠ ${clean}, as far as they could be checked.`)
    : paint(['green', 'bold'], `✔ ${clean}.`);
}

/** The lines below the headline that hold numbers. */
export function numbers(result: LintResult, { quiet, statistics, rules }: ReportContext): string[] {
  const { errors, warnings, infos, ignored, suppressed, unchecked } = result.summary;
  const lines: string[] = [];
  if (quiet && warnings + infos > 0)
    lines.push(`Only errors are ${statistics ? 'counted above' : 'listed'}.`);
  lines.push(...fixLines(result, rules).map((line) => (statistics ? line : `[*] ${line}`)));
  // The headline has said the rest.
  if (errors + warnings + infos + ignored + suppressed + unchecked > 0) lines.push(scopeTotals(result));
  return lines;
}

/** Which command mends how many. */
function fixLines({ findings }: LintResult, rules: ReportContext['rules']): string[] {
  const commands = fixCommands(findings, rules);
  // Rules that this run does not know, as those of a test, have no command.
  const known = commands.reduce((sum, command) => sum + command.findings, 0);
  const others = findings.filter(({ fixable }) => fixable).length - known;
  const plain = others > 0 ? [{ command: 'wheelhouse-lint fix', findings: others }] : [];
  return [...commands, ...plain].map(
    (command) => `${count(command.findings, 'problem')} can be fixed with \`${command.command}\`.`,
  );
}

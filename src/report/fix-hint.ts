import type { Finding } from '../engine/finding.ts';
import { fixFor, fixKinds } from '../engine/fix-kinds.ts';
import type { ReportContext } from './reporter.ts';

/** The command that mends a finding, `undefined` where there is none. */
export function fixCommand(
  { code, messageId, fixable }: Finding,
  { rules }: Pick<ReportContext, 'rules'>,
): string | undefined {
  if (!fixable) return undefined;
  const kind = fixFor(rules.find((rule) => rule.code === code)?.fix, messageId);
  return kind === undefined ? 'wheelhouse-lint fix' : fixKinds[kind].command;
}

/** ` [fix: wheelhouse-lint fix --retag auto]` behind a message, or nothing. */
export function fixHint(finding: Finding, context: Pick<ReportContext, 'rules'>): string {
  const command = fixCommand(finding, context);
  return command === undefined ? '' : ` [fix: ${command}]`;
}

import type { Finding, Severity } from '../../engine/finding.ts';
import { escapeTerminal } from '../escape.ts';
import { detailLines } from './details.ts';
import type { Paint } from './paint.ts';

const severityStyle = { error: 'red', warning: 'yellow', info: 'blue' } as const satisfies Record<
  Severity,
  string
>;
const severityWidth = 'warning'.length;

/** Longer messages do not push the rule names of their neighbours out of a terminal of 100 columns. */
const widestColumn = 60;

/** One wheel with its findings: its path, then a line for each finding, and dim lines below for what it points to. */
export function wheelBlock(wheel: string, findings: readonly Finding[], paint: Paint): string {
  const messages = findings.map(({ message }) => escapeTerminal(withoutFullStop(message)));
  const width = Math.max(
    0,
    ...messages.map(({ length }) => length).filter((length) => length <= widestColumn),
  );
  const rows = findings.map((finding, index) => {
    const severity = paint(severityStyle[finding.severity], finding.severity.padEnd(severityWidth));
    const message = (messages[index] ?? '').padEnd(width);
    const rule = paint('dim', `${finding.rule} (${finding.code})${finding.fixable ? ' [*]' : ''}`);
    const details = detailLines(finding).map(
      (line) => `${' '.repeat(severityWidth + 4)}${paint('dim', line)}\n`,
    );
    return `  ${severity}  ${message}  ${rule}\n${details.join('')}`;
  });
  return `${paint('underline', escapeTerminal(wheel))}\n${rows.join('')}\n`;
}

/** As ESLint's stylish formatter has it. */
function withoutFullStop(message: string): string {
  return message.replace(/(?<=[^ .])\.$/u, '');
}

import type { Finding } from './finding.ts';
import { fixFor, fixKinds, type RuleFix } from './fix-kinds.ts';

/** A command that mends findings. */
export interface FixCommand {
  readonly command: string;
  /** Done by `wheelhouse-lint fix` without being asked for by name. */
  readonly isSafe: boolean;
  /** How many findings it mends. */
  readonly findings: number;
}

/** The commands that mend findings, the one for most of them first. */
export function fixCommands(
  findings: readonly Finding[],
  rules: readonly { readonly code: string; readonly fix?: RuleFix | undefined }[],
): FixCommand[] {
  const fixes = new Map(rules.map(({ code, fix }) => [code, fix]));
  const kinds = findings.flatMap(({ code, messageId, fixable }) => {
    const kind = fixable ? fixFor(fixes.get(code), messageId) : undefined;
    return kind === undefined ? [] : [fixKinds[kind]];
  });
  const commands = Map.groupBy(kinds, ({ command }) => command);
  return Array.from(commands, ([command, same]) => ({
    command,
    isSafe: same.every(({ isSafe }) => isSafe),
    findings: same.length,
  })).sort((a, b) => b.findings - a.findings || (a.command < b.command ? -1 : 1));
}

import type { Command } from 'commander';
import { tool } from '../tool.ts';
import { bashCompletions } from './completions/bash.ts';
import { type DescribedCommand, describeCommands } from './completions/described-command.ts';
import { fishCompletions } from './completions/fish.ts';
import { knownValues } from './completions/known-values.ts';
import { type Shell, shells } from './completions/shells.ts';
import { zshCompletions } from './completions/zsh.ts';
import { oneOf } from './option-values.ts';
import { write } from './streams.ts';

const scripts = {
  bash: bashCompletions,
  zsh: zshCompletions,
  fish: fishCompletions,
} satisfies Record<Shell, (program: string, commands: readonly DescribedCommand[]) => string>;

/** `wheelhouse-lint completions <shell>`. @throws {InvalidArgumentError} for another shell */
export function completionsCommand(shell: string, program: Command): void {
  write(scripts[oneOf(shell, shells, 'completions')](tool.name, describeCommands(program, knownValues)));
}

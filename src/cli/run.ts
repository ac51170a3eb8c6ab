import { inspect } from 'node:util';
import { Command, CommanderError } from 'commander';
import { UsageError } from '../errors.ts';
import { escapeTerminal } from '../report/escape.ts';
import { didYouMean } from '../suggest.ts';
import { tool } from '../tool.ts';
import { shells } from './completions/shells.ts';
import { exitStatus } from './exit-status.ts';
import type { ExplainFlags } from './explain-command.ts';
import { addFixOptions, type FixFlags } from './fix-options.ts';
import type { InitFlags } from './init-command.ts';
import { lintCommand } from './lint-command.ts';
import {
  addColorOptions,
  addExplainOptions,
  addLintOptions,
  addSnapshotOptions,
  type LintFlags,
} from './options.ts';
import type { RulesFlags } from './rules-command.ts';
import type { SnapshotFlags } from './snapshot-command.ts';
import { tolerateClosedOutput } from './streams.ts';

const examples = `
Examples:
  wheelhouse-lint wheelhouse/                              audit a folder against PyPI
  wheelhouse-lint --no-index dist/*.whl                    check fresh wheels without any index
  wheelhouse-lint --format stylish --format sarif=out.sarif wheelhouse/
  wheelhouse-lint --format html=report.html wheelhouse/    a page to read, and to send to others
  wheelhouse-lint explain torch==2.9.0 wheelhouse/         which file pip and uv install, and why
  wheelhouse-lint fix --local-label mysite --in-place dist/   relabel wheels, inside and out
  wheelhouse-lint rules same-filename                      what a rule means and how to fix it

Exit status: 0 no error, 1 findings, 2 wrong usage or no wheel, 3 something could not be checked.
Documentation: ${tool.homepage}`;

/** Runs the command line and sets the exit status. */
export async function run(argv: readonly string[]): Promise<void> {
  tolerateClosedOutput();
  const command = program();
  try {
    await command.parseAsync(withColorChoice(argv), { from: 'user' });
  } catch (error) {
    const asked = command.commands.find((subcommand) => subcommand.name() === argv[0]);
    process.exitCode = statusOfError(error, asked ?? command, argv.includes('--debug'));
  }
}

/** `--color wheels/` must not take the folder for the choice; behind `--` there are only paths. */
function withColorChoice(argv: readonly string[]): string[] {
  const end = argv.indexOf('--');
  return argv.map((argument, index) =>
    argument === '--color' && (end === -1 || index < end) ? '--color=always' : argument,
  );
}

function program(): Command {
  const command = new Command(tool.name)
    .description(
      'Find out which of your Python wheels will lose, tie or mislead before pip, uv or Poetry choose a file.',
    )
    .usage('[options] [paths…]')
    .argument('[paths...]', 'wheels, folders and globs (default: this folder)')
    .version(tool.version)
    .showHelpAfterError(false)
    .exitOverride()
    // `explain` has options of the same names.
    .enablePositionalOptions()
    .configureOutput({ writeErr: () => undefined })
    // Defaults that say something stand in the descriptions; `(default: false)` does not.
    .configureHelp({
      optionDescription: ({ description }) => description,
      // Their arguments would take the room of every description.
      subcommandTerm: (subcommand) => subcommand.name(),
    })
    .addHelpText('after', examples);
  addLintOptions(command).action(async (paths: readonly string[], flags: LintFlags) => {
    process.exitCode = await lintCommand(paths, flags);
  });
  const explain = command
    .command('explain')
    .description('say which file each installer takes for a requirement, and why')
    .argument('<requirement>', "as for pip: demo, 'demo==1.0', 'demo --hash=sha256:…'")
    .argument(
      '[paths...]',
      'find-links folders, wheels and globs (default: the configured stacks, or this folder)',
    );
  addExplainOptions(explain).action(
    async (requirement: string, paths: readonly string[], flags: ExplainFlags) => {
      refuseMisplacedOptions(command, explain);
      const { explainCommand } = await import('./explain-command.ts');
      process.exitCode = await explainCommand(requirement, paths, flags);
    },
  );
  const fix = command
    .command('fix')
    .description('mend wheels: labels, tags, requirements, RECORD')
    .argument('[paths...]', 'wheels, folders and globs (default: this folder)');
  addFixOptions(fix).action(async (paths: readonly string[], flags: FixFlags) => {
    refuseMisplacedOptions(command, fix);
    const { fixCommand } = await import('./fix-command.ts');
    process.exitCode = await fixCommand(paths, flags);
  });
  const snapshot = command
    .command('snapshot')
    .description('write what the indexes list for a wheelhouse into one file, to lint without them')
    .argument('[paths...]', 'wheels, folders and globs (default: this folder)');
  addSnapshotOptions(snapshot).action(async (paths: readonly string[], flags: SnapshotFlags) => {
    refuseMisplacedOptions(command, snapshot);
    const { snapshotCommand } = await import('./snapshot-command.ts');
    process.exitCode = await snapshotCommand(paths, flags);
  });
  const rules = command
    .command('rules')
    .description('list the rules, or explain one')
    .argument('[name]', 'name or code of a rule')
    .option('--json', 'as JSON, for other programs', false);
  addColorOptions(rules).action(async (name: string | undefined, options: RulesFlags) => {
    refuseMisplacedOptions(command, rules);
    const { rulesCommand } = await import('./rules-command.ts');
    rulesCommand(name, options);
  });
  const init = command
    .command('init')
    .description('write a configuration to start from, and say why it is as it is')
    .argument('[folder]', 'the wheelhouse, where the file will stand (default: this folder)')
    .option('--force', 'replace a file that is there', false)
    .option('--dry-run', 'write it to standard output', false);
  init.action(async (folder: string | undefined, flags: InitFlags) => {
    refuseMisplacedOptions(command, init);
    const { initCommand } = await import('./init-command.ts');
    await initCommand(folder, flags);
  });
  const completions = command
    .command('completions')
    .description('print a script that completes this command line in a shell')
    .argument('<shell>', shells.join(', '));
  completions.action(async (shell: string) => {
    refuseMisplacedOptions(command, completions);
    const { completionsCommand } = await import('./completions-command.ts');
    completionsCommand(shell, command);
  });
  return command;
}

/** What stands before a subcommand's name would be lost without a word. @throws {UsageError} */
function refuseMisplacedOptions(program: Command, subcommand: Command): void {
  const misplaced = program.options.find(
    (option) => program.getOptionValueSource(option.attributeName()) === 'cli',
  );
  if (misplaced === undefined) return;
  const { long } = misplaced;
  const name = subcommand.name();
  throw new UsageError(
    subcommand.options.some((option) => option.long === long)
      ? `Write ${long} behind '${name}', where its options belong.`
      : `'${name}' has no option ${long}.`,
  );
}

/** Prints one line for what went wrong; a stack only where it was asked for. */
function statusOfError(error: unknown, command: Command, debug: boolean): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return exitStatus.clean;
    process.stderr.write(`${usageLine(error, command)}\n`);
  } else if (error instanceof UsageError) {
    process.stderr.write(`${escapeTerminal(error.message)}\n`);
  } else {
    const text = error instanceof Error ? error.message : String(error);
    process.stderr.write(
      `Internal error, please report it at ${tool.homepage}/issues: ${escapeTerminal(text)}\n`,
    );
    if (!debug) process.stderr.write('Run it again with --debug to see where.\n');
  }
  if (debug) process.stderr.write(`${inspect(error).split('\n').map(escapeTerminal).join('\n')}\n`);
  return exitStatus.usage;
}

/** Commander puts its suggestion in parentheses on a second line, and has none for `--formt=json`. */
function usageLine({ message }: CommanderError, command: Command): string {
  const bare = message
    .replace(/^error: /, '')
    .replace(/\n\((Did you mean) (.+)\?\)$/, ". $1 '$2'?")
    .replace(/^(unknown option '(--[\w-]+))=.*'$/s, (_, start: string, flag: string) => {
      return `${start}'.${didYouMean(flag, longOptionsOf(command))}`;
    });
  const text = escapeTerminal(bare.replace(/\n/g, ' '));
  const sentence = /[.?)]$/.test(text) ? text : `${text}.`;
  const help = command.parent === null ? '--help' : `${command.name()} --help`;
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)} See 'wheelhouse-lint ${help}'.`;
}

function longOptionsOf(command: Command): string[] {
  return command.options.flatMap(({ long }) => long ?? []);
}

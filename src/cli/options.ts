import { type Command, Option } from 'commander';
import { presetNames } from '../config/presets.ts';
import { formatNames } from '../report/index.ts';
import { colorChoices } from './color.ts';
import { collect, list, wholeNumber } from './option-values.ts';
import { addIndexOptions, addSourceOptions, type SourceFlags } from './source-options.ts';
import { addTargetOptions, type TargetFlags } from './target-options.ts';

/** Which rules run. */
export interface RuleFlags {
  readonly config?: string | boolean;
  readonly preset?: string;
  readonly rule: readonly string[];
  readonly select: readonly string[];
  readonly ignore: readonly string[];
}

/** The options of a lint run, as commander gives them. */
export interface LintFlags extends RuleFlags, SourceFlags, TargetFlags {
  readonly lockFile: readonly string[];
  readonly format: readonly string[];
  readonly quiet: boolean;
  readonly maxWarnings?: number;
  readonly exitZero: boolean;
  readonly color: string | boolean;
  readonly progress: boolean;
  readonly printConfig: boolean;
  readonly debug: boolean;
}

/** Adds the options to a command; this table is all there is to know of them. */
export function addLintOptions(command: Command): Command {
  addRuleOptions(
    command
      .optionsGroup('Rules:')
      .option(
        '--config <file>',
        'configuration file (default: the nearest wheelhouse-lint.toml or pyproject.toml)',
      )
      .option('--no-config', 'read no configuration file'),
  ).option(
    '--lock-file <file>',
    'lock file whose hashes the wheels must have, or requirements.txt with hashes (repeatable)',
    collect,
    [],
  );
  addSourceOptions(command);
  addTargetOptions(command);
  command
    .optionsGroup('Output:')
    .option(
      '--format <name[=file]>',
      `${formatNames.join(', ')}, to standard output or a file (repeatable; default: stylish)`,
      collect,
      [],
    )
    .option('--quiet', 'list errors only', false)
    .option('--max-warnings <n>', 'exit with status 1 for more than n warnings', wholeNumber)
    .option('--exit-zero', 'exit with status 0 whatever is found', false);
  return addColorOptions(command)
    .option('--no-progress', 'show no progress bar')
    .option('--print-config', 'print what is in force, as JSON, and stop', false)
    .option('--debug', 'say where settings come from; show the stack of an internal error', false);
}

/** Adds the options that say which rules run. */
export function addRuleOptions(command: Command): Command {
  return command
    .option('--preset <name>', `set of rules: ${presetNames.join(', ')} (default: recommended)`)
    .option(
      '--rule <name=severity>',
      'set the severity of a rule: off, info, warning, error (repeatable)',
      collect,
      [],
    )
    .option(
      '--select <rules>',
      'run only these rules, by name, code or start of a code, separated by commas',
      list,
      [],
    )
    .option('--ignore <rules>', 'do not run these rules', list, []);
}

/** Adds the options that say which configuration counts. */
export function addConfigOptions(command: Command): Command {
  return command
    .optionsGroup('Configuration:')
    .option('--config <file>', 'configuration file (default: the nearest one)')
    .option('--no-config', 'read no configuration file');
}

/** What `explain --format` takes. */
export const explainFormats = ['table', 'json'] as const;

/** Adds the options of `explain`. */
export function addExplainOptions(command: Command): Command {
  addConfigOptions(command);
  addSourceOptions(command);
  addTargetOptions(command);
  return addColorOptions(
    command
      .optionsGroup('Output:')
      .option('--format <name>', `${explainFormats.join(', ')} (default: table)`, 'table'),
  ).option('--debug', 'say where settings come from; show the stack of an internal error', false);
}

/** Adds the options of `snapshot`. */
export function addSnapshotOptions(command: Command): Command {
  command.requiredOption('-o, --output <file>', 'where to write the snapshot');
  return addIndexOptions(addConfigOptions(command))
    .optionsGroup('Output:')
    .option('--no-progress', 'show no progress bar')
    .option('--debug', 'say where settings come from; show the stack of an internal error', false);
}

export function addColorOptions(command: Command): Command {
  return command
    .addOption(
      new Option(
        '--color <when>',
        `colours: ${colorChoices.join(', ')}; alone it means always (default: auto)`,
      ).default('auto'),
    )
    .option('--no-color', 'the same as --color=never');
}

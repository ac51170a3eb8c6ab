import { type Command, InvalidArgumentError, Option } from 'commander';
import { presetNames } from '../config/presets.ts';
import { formatNames } from '../report/index.ts';
import { didYouMean } from '../suggest.ts';
import { colorChoices } from './color.ts';

/** The options of a lint run, as commander gives them. */
export interface LintFlags {
  readonly config?: string | boolean;
  readonly preset?: string;
  readonly rule: readonly string[];
  readonly select: readonly string[];
  readonly ignore: readonly string[];
  readonly indexUrl?: string;
  readonly extraIndexUrl: readonly string[];
  readonly offline: boolean;
  readonly concurrency: number;
  readonly timeout: number;
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
  return command
    .optionsGroup('Rules:')
    .option(
      '--config <file>',
      'configuration file (default: the nearest wheelhouse-lint.toml or pyproject.toml)',
    )
    .option('--no-config', 'read no configuration file')
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
    .option('--ignore <rules>', 'do not run these rules', list, [])
    .optionsGroup('Indexes:')
    .option(
      '--index-url <url>',
      'index to compare with: a JSON API, or file: and a folder of recorded answers (default: PyPI)',
    )
    .option('--extra-index-url <url>', 'a further index (repeatable)', collect, [])
    .option(
      '--offline',
      'ask nothing over the network: rules that need an index run only for file: indexes',
      false,
    )
    .option(
      '--concurrency <n>',
      'requests under way at one time, to each index (default: 4)',
      positiveInteger('a number of requests', 64),
      4,
    )
    .option('--timeout <seconds>', 'time for one try of a request (default: 30)', positiveNumber, 30)
    .optionsGroup('Output:')
    .option(
      '--format <name[=file]>',
      `${formatNames.join(', ')}, to standard output or a file (repeatable; default: stylish)`,
      collect,
      [],
    )
    .option('--quiet', 'list errors only', false)
    .option('--max-warnings <n>', 'exit with status 1 for more than n warnings', wholeNumber)
    .option('--exit-zero', 'exit with status 0 whatever is found', false)
    .addOption(
      new Option(
        '--color <when>',
        `colours: ${colorChoices.join(', ')}; alone it means always (default: auto)`,
      ).default('auto'),
    )
    .option('--no-color', 'the same as --color=never')
    .option('--no-progress', 'show no progress bar')
    .option('--print-config', 'print what is in force, as JSON, and stop', false)
    .option('--debug', 'say where settings come from; show the stack of an internal error', false);
}

function collect(value: string, previous: readonly string[]): string[] {
  return [...previous, value];
}

function list(value: string, previous: readonly string[]): string[] {
  return [
    ...previous,
    ...value
      .split(',')
      .map((word) => word.trim())
      .filter((word) => word !== ''),
  ];
}

function wholeNumber(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError('It is a whole number, 0 or more.');
  return Number(value);
}

function positiveInteger(what: string, most: number) {
  return (value: string): number => {
    const number = Number(value);
    if (!Number.isInteger(number) || number < 1 || number > most) {
      throw new InvalidArgumentError(`It is ${what}, from 1 to ${most}.`);
    }
    return number;
  };
}

function positiveNumber(value: string): number {
  const number = Number(value);
  if (!(number > 0 && number <= 3600))
    throw new InvalidArgumentError('It is a number of seconds, up to 3600.');
  return number;
}

/** One of a list of words, or an error that names the nearest. @throws {InvalidArgumentError} */
export function oneOf<Word extends string>(value: string, words: readonly Word[], option: string): Word {
  const found = words.find((word) => word === value);
  if (found !== undefined) return found;
  const hint = didYouMean(value, words) || ` It is one of: ${words.join(', ')}.`;
  throw new InvalidArgumentError(`${option} cannot be '${value}'.${hint}`);
}

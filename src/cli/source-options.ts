import type { Command } from 'commander';
import type { FormatUse } from '../config/source-settings.ts';
import { indexApis } from '../index/index-options.ts';
import { collect, positiveInteger, positiveNumber } from './option-values.ts';

/** Where files come from, in pip's own words. */
export interface SourceFlags {
  readonly indexUrl?: string;
  readonly extraIndexUrl: readonly string[];
  readonly indexApi?: string;
  /** `false` for `--no-index`. */
  readonly index: boolean;
  readonly findLinks: readonly string[];
  readonly pipConfig: boolean;
  readonly preferBinary: boolean;
  readonly onlyBinary: readonly FormatUse[];
  /** `true` where nothing was said: commander knows a `--no-` option by the word behind it. */
  readonly binary: boolean | readonly FormatUse[];
  readonly pre: boolean;
  readonly offline: boolean;
  readonly concurrency: number;
  readonly timeout: number;
}

export function addSourceOptions(command: Command): Command {
  return command
    .optionsGroup('Sources:')
    .option(
      '--index-url <url>',
      'index: a JSON API, a Simple API, or file: and a folder of recorded answers (default: PyPI)',
    )
    .option('--extra-index-url <url>', 'a further index (repeatable)', collect, [])
    .option('--index-api <name>', `what these indexes speak: ${indexApis.join(', ')} (default: auto)`)
    .option('--no-index', 'ask no index')
    .option(
      '-f, --find-links <place>',
      'a further folder, or page of links, that the installer looks into (repeatable)',
      collect,
      [],
    )
    .option('--pip-config', "take indexes and find-links from pip's own configuration", false)
    .option('--prefer-binary', 'prefer older wheels over newer sdists', false)
    .option(
      '--only-binary <projects>',
      'take no sdists of these projects, or of :all:',
      formats('only-binary'),
      [],
    )
    .option('--no-binary <projects>', 'take no wheels of these projects, or of :all:', formats('no-binary'))
    .option('--pre', 'take pre-releases', false)
    .option('--offline', 'ask nothing over the network: only file: indexes and folders count', false)
    .option(
      '--concurrency <n>',
      'requests under way at one time, to each index (default: 4)',
      positiveInteger('a number of requests', 64),
      4,
    )
    .option('--timeout <seconds>', 'time for one try of a request (default: 30)', positiveNumber, 30);
}

function formats(option: FormatUse['option']) {
  return (value: string, previous: unknown): FormatUse[] => [
    ...(Array.isArray(previous) ? previous : []),
    { option, value },
  ];
}

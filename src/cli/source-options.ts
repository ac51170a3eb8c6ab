import type { Command } from 'commander';
import type { FormatUse } from '../config/source-settings.ts';
import { indexApis } from '../index/index-options.ts';
import { atMost, collect, positiveInteger, positiveNumber } from './option-values.ts';

/** Which indexes there are, and how they are asked. */
export interface IndexFlags {
  readonly indexUrl?: string;
  readonly extraIndexUrl: readonly string[];
  readonly indexApi?: string;
  readonly pipConfig: boolean;
  readonly offline: boolean;
  /** `false` for `--no-cache`. */
  readonly cache: boolean;
  readonly cacheDir?: string;
  /** Seconds. */
  readonly maxAge?: number;
  readonly concurrency: number;
  readonly timeout: number;
}

/** Where files come from, in pip's own words. */
export interface SourceFlags extends IndexFlags {
  /** `false` for `--no-index`. */
  readonly index: boolean;
  readonly findLinks: readonly string[];
  readonly preferBinary: boolean;
  readonly onlyBinary: readonly FormatUse[];
  /** `true` where nothing was said: commander knows a `--no-` option by the word behind it. */
  readonly binary: boolean | readonly FormatUse[];
  readonly pre: boolean;
}

/** A year, in seconds. */
const HIGHEST_MAX_AGE = 31_536_000;

export function addIndexOptions(command: Command): Command {
  return command
    .optionsGroup('Indexes:')
    .option(
      '--index-url <url>',
      'a JSON API, a Simple API, or file: and a snapshot or a folder of answers (default: PyPI)',
    )
    .option('--extra-index-url <url>', 'a further index (repeatable)', collect, [])
    .option('--index-api <name>', `what these indexes speak: ${indexApis.join(', ')} (default: auto)`)
    .option('--pip-config', "take indexes and find-links from pip's own configuration", false)
    .option('--offline', 'ask nothing over the network: file: indexes, folders and the cache count', false)
    .option(
      '--cache-dir <folder>',
      "where answers and what was found in wheels are kept (default: the system's place for caches)",
    )
    .option('--no-cache', 'keep nothing, and use nothing that was kept')
    .option(
      '--max-age <seconds>',
      'how old a kept answer may be, instead of what its server says',
      atMost(HIGHEST_MAX_AGE, 'seconds'),
    )
    .option(
      '--concurrency <n>',
      'requests under way at one time, to each index (default: 4)',
      positiveInteger('a number of requests', 64),
      4,
    )
    .option('--timeout <seconds>', 'time for one try of a request (default: 30)', positiveNumber, 30);
}

export function addSourceOptions(command: Command): Command {
  return addIndexOptions(command)
    .optionsGroup('Sources:')
    .option('--no-index', 'ask no index')
    .option(
      '-f, --find-links <place>',
      'a further folder, or page of links, that the installer looks into (repeatable)',
      collect,
      [],
    )
    .option('--prefer-binary', 'prefer older wheels over newer sdists', false)
    .option(
      '--only-binary <projects>',
      'take no sdists of these projects, or of :all:',
      formats('only-binary'),
      [],
    )
    .option('--no-binary <projects>', 'take no wheels of these projects, or of :all:', formats('no-binary'))
    .option('--pre', 'take pre-releases', false);
}

function formats(option: FormatUse['option']) {
  return (value: string, previous: unknown): FormatUse[] => [
    ...(Array.isArray(previous) ? previous : []),
    { option, value },
  ];
}

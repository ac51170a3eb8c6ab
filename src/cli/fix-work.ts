import type { Config } from '../config/config.ts';
import { discover } from '../engine/discover.ts';
import { type FixCommand, fixCommands } from '../engine/fix-commands.ts';
import { lint } from '../engine/lint.ts';
import type { FixTask } from '../fix/fix-wheels.ts';
import type { FixRequest } from '../fix/plan/request.ts';
import { safeFixes } from '../fix/safe-fixes.ts';
import { count } from '../report/words.ts';
import type { FixFlags } from './fix-options.ts';
import { contestOf } from './lint-command.ts';
import { offlineNotices } from './offline-notices.ts';
import { OpenSources } from './open-sources.ts';
import type { ProgressDisplay } from './progress.ts';
import { writeNotices } from './streams.ts';

/** What is to be done to which wheels. */
export interface Work {
  readonly tasks: readonly FixTask[];
  /** Wheels that need nothing. */
  readonly untouched: number;
  /** Whether something could not be looked at. */
  readonly isIncomplete: boolean;
}

/** The same for every wheel. */
export async function chosenWork(
  paths: readonly string[],
  request: FixRequest,
  workingDirectory: string,
): Promise<Work> {
  const { locations, unreadable } = await discover(paths.length > 0 ? paths : ['.'], workingDirectory);
  writeNotices(unreadable.map(({ folder, reason }) => `'${folder}' could not be listed: ${reason}.`));
  const tasks = locations.map((location) => ({ location, request }));
  return { tasks, untouched: 0, isIncomplete: unreadable.length > 0 };
}

/** What the rules find, as far as mending it changes nothing of what gets installed. */
export async function foundWork(
  paths: readonly string[],
  flags: FixFlags,
  config: Config,
  workingDirectory: string,
  progress: ProgressDisplay,
): Promise<Work> {
  const opened = new OpenSources(flags, config.sources.credentials, workingDirectory);
  try {
    const indexes = await opened.indexes(config.sources.indexes);
    const contest = await contestOf(config, opened);
    writeNotices([...opened.notices, ...(indexes.length > 0 ? offlineNotices(opened.notAsked) : [])]);
    const asked = paths.length > 0 ? paths : ['.'];
    const { rules: settings, label, ignores } = config;
    const today = new Date().toISOString().slice(0, 10);
    const result = await lint({
      ...{ paths: asked, workingDirectory, indexes, contest, today, label, ignores },
      rules: settings,
      earlier: opened.wheels(),
      onProgress: progress.show,
    });
    writeNotices(opened.cacheNotices);
    const rules = settings.map(({ rule }) => rule);
    writeNotices(byName(fixCommands(result.findings, rules)));
    const wanted = safeFixes(result.findings, settings);
    const { locations } = await discover(asked, workingDirectory);
    const tasks = locations.flatMap((location) => {
      const request = wanted.get(location.display);
      return request === undefined ? [] : [{ location, request }];
    });
    const isIncomplete = result.summary.unchecked > 0;
    return { tasks, untouched: result.summary.wheels - tasks.length, isIncomplete };
  } finally {
    await opened.close();
  }
}

/** What is found and left alone, because it changes what gets installed. */
function byName(commands: readonly FixCommand[]): string[] {
  return commands
    .filter(({ isSafe }) => !isSafe)
    .map(({ command, findings }) => `${count(findings, 'finding')} more: asked for by name, \`${command}\`.`);
}

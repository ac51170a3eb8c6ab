import { posix, relative, resolve, sep } from 'node:path';
import { rules } from '../../rules/index.ts';
import { type Config, loadConfig } from '../config/config.ts';
import { discover } from '../engine/discover.ts';
import { lint } from '../engine/lint.ts';
import { UsageError } from '../errors.ts';
import type { Destination, FixOutcome } from '../fix/fix-wheel.ts';
import { type FixTask, fixWheels } from '../fix/fix-wheels.ts';
import { type FixRequest, nothing } from '../fix/plan/request.ts';
import { safeFixes } from '../fix/safe-fixes.ts';
import type { TagSet } from '../packaging/tags.ts';
import { localLabel, parseVersion } from '../packaging/version.ts';
import type { FixReport } from '../report/fix/result.ts';
import { tool } from '../tool.ts';
import type { WheelLocation } from '../wheel/facts.ts';
import { parseWheelFilename } from '../wheel/filename.ts';
import { colorChoices, wantsColor } from './color.ts';
import { ruleRequest, sharedRequest } from './config-request.ts';
import { currentFolder } from './current-folder.ts';
import { exitStatus } from './exit-status.ts';
import { existingLabelChoices, type FixFlags, fixFormats } from './fix-options.ts';
import { type RequirementWishes, requirementWishes } from './fix-requirements.ts';
import { contestOf } from './lint-command.ts';
import { noWheels } from './no-wheels.ts';
import { offlineNotices } from './offline-notices.ts';
import { OpenSources } from './open-sources.ts';
import { oneOf } from './option-values.ts';
import { type ProgressDisplay, progressDisplay } from './progress.ts';
import { write, writeNotices } from './streams.ts';

/** What is to be done to which wheels. */
interface Work {
  readonly tasks: readonly FixTask[];
  /** Wheels that need nothing. */
  readonly untouched: number;
  /** Whether something could not be looked at. */
  readonly isIncomplete: boolean;
}

/** `wheelhouse-lint fix [paths…]`. @returns the exit status @throws {UsageError} */
export async function fixCommand(paths: readonly string[], flags: FixFlags): Promise<number> {
  const workingDirectory = currentFolder();
  const format = oneOf(flags.format, fixFormats, '--format');
  const color = flags.color === false ? 'never' : oneOf(String(flags.color), colorChoices, '--color');
  const wishes = requirementWishes(flags);
  const chosen = requestOf(flags, wishes);
  const destination = destinationOf(flags, workingDirectory);
  const request = { ...sharedRequest(flags, workingDirectory), ...ruleRequest(flags), lockFiles: [] };
  const config = await loadConfig(rules, request, workingDirectory);
  writeNotices(config.notices);
  const progress = await progressDisplay(flags.progress);
  try {
    const work = await (chosen === undefined
      ? foundWork(paths, flags, config, workingDirectory, progress)
      : chosenWork(paths, chosen, workingDirectory));
    if (work.tasks.length + work.untouched === 0 && !work.isIncomplete) throw new UsageError(noWheels(paths));
    const fixed = await fixWheels({
      tasks: work.tasks,
      destination,
      rules: config.rules,
      label: config.label,
      onWait: (folder) => writeNotices([`Another run works in '${folder}': waiting for it.`]),
      onProgress: (done) => progress.show({ stage: 'fixing wheels', done, total: work.tasks.length }),
    });
    progress.stop();
    const report: FixReport = {
      isDryRun: flags.dryRun,
      untouched: work.untouched,
      wheels: fixed.map(({ location, outcome }) => ({
        wheel: location.display,
        output: outputOf(location, outcome, destination, workingDirectory),
        outcome,
      })),
    };
    if (format === 'json') write((await import('../report/fix/json.ts')).fixJson(report, tool));
    else {
      const isColored = wantsColor(color, process.stdout.isTTY === true, process.env);
      write((await import('../report/fix/text.ts')).fixText(report, isColored));
    }
    writeNotices(wishes.unused().map((word) => `No wheel has a requirement that '${word}' means.`));
    return statusOf(
      fixed.map(({ outcome }) => outcome),
      work.isIncomplete,
    );
  } finally {
    progress.stop();
  }
}

/** @returns `undefined` where nothing was asked for by name @throws {UsageError} */
function requestOf(flags: FixFlags, { edits }: RequirementWishes): FixRequest | undefined {
  const existingLabel = oneOf(flags.existingLabel, existingLabelChoices, '--existing-label');
  const label = flags.localLabel === undefined ? undefined : labelOf(flags.localLabel);
  const retag = flags.retag === undefined || flags.retag === 'auto' ? flags.retag : tagsOf(flags.retag);
  const isChosen =
    label !== undefined ||
    retag !== undefined ||
    flags.record ||
    Object.values(edits).some(({ length }) => length > 0);
  if (!isChosen) return undefined;
  return { ...nothing, label, existingLabel, retag, requirements: edits, record: flags.record };
}

/** @throws {UsageError} */
function labelOf(text: string): string {
  const version = parseVersion(`1+${text}`);
  const label = version && localLabel(version);
  if (label !== undefined) return label;
  throw new UsageError(
    `--local-label: '${text}' is not a local version label: it has letters, digits and dots.`,
  );
}

/** @throws {UsageError} */
function tagsOf(text: string): TagSet {
  const parsed = parseWheelFilename(`demo-1-${text}.whl`);
  if (parsed.ok && parsed.name.build === undefined) return parsed.name;
  throw new UsageError(
    `--retag: '${text}' is not a python, an abi and a platform tag, as in py3-none-linux_x86_64, nor 'auto'.`,
  );
}

/** @throws {UsageError} where it is not clear what may be written where */
function destinationOf(flags: FixFlags, workingDirectory: string): Destination {
  const { inPlace, outputDir, dryRun: isDryRun, force } = flags;
  if (inPlace && outputDir !== undefined) {
    throw new UsageError('Say either --in-place or --output-dir, not both.');
  }
  if (!inPlace && outputDir === undefined && !isDryRun) {
    throw new UsageError(
      'Say where new wheels go: --in-place, or --output-dir <folder>; --dry-run shows what would change.',
    );
  }
  const folder = outputDir === undefined ? undefined : resolve(workingDirectory, outputDir);
  return { folder, force, isDryRun };
}

/** The same for every wheel. */
async function chosenWork(
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
async function foundWork(
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
      onProgress: progress.show,
    });
    writeNotices(opened.cacheNotices);
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

function outputOf(
  { display }: WheelLocation,
  outcome: FixOutcome,
  { folder }: Destination,
  workingDirectory: string,
): string | undefined {
  if (outcome.status !== 'fixed' && outcome.status !== 'planned') return undefined;
  const { filename } = outcome.plan;
  if (folder === undefined) return posix.join(posix.dirname(display), filename);
  return posix.join(relative(workingDirectory, folder).split(sep).join('/'), filename);
}

/** What was refused is certain, and counts for more than what is not known. */
function statusOf(outcomes: readonly FixOutcome[], isIncomplete: boolean): number {
  if (outcomes.some(({ status }) => status === 'refused')) return exitStatus.findings;
  const isGone = outcomes.some(({ status }) => status === 'gone');
  return isGone || isIncomplete ? exitStatus.incomplete : exitStatus.clean;
}

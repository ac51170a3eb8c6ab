import { posix, relative, sep } from 'node:path';
import { requirementFamilies } from '../../rules/families/requirement-families.ts';
import { rules } from '../../rules/index.ts';
import { loadConfig } from '../config/config.ts';
import { UsageError } from '../errors.ts';
import type { Destination } from '../fix/fix-tools.ts';
import type { FixOutcome } from '../fix/fix-wheel.ts';
import { fixWheels } from '../fix/fix-wheels.ts';
import type { FixReport } from '../report/fix/result.ts';
import { tool } from '../tool.ts';
import type { WheelLocation } from '../wheel/facts.ts';
import { colorChoices, wantsColor } from './color.ts';
import { ruleRequest, sharedRequest } from './config-request.ts';
import { currentFolder } from './current-folder.ts';
import { exitStatus } from './exit-status.ts';
import { type FixFlags, fixFormats } from './fix-options.ts';
import { destinationOf, requestOf } from './fix-request.ts';
import { requirementWishes } from './fix-requirements.ts';
import { chosenWork, foundWork } from './fix-work.ts';
import { noWheels } from './no-wheels.ts';
import { oneOf } from './option-values.ts';
import { progressDisplay } from './progress.ts';
import { write, writeNotices } from './streams.ts';

/** `wheelhouse-lint fix [paths…]`. @returns the exit status @throws {UsageError} */
export async function fixCommand(paths: readonly string[], flags: FixFlags): Promise<number> {
  const workingDirectory = currentFolder();
  const format = oneOf(flags.format, fixFormats, '--format');
  const color = flags.color === false ? 'never' : oneOf(String(flags.color), colorChoices, '--color');
  const destination = destinationOf(flags, workingDirectory);
  const request = {
    ...sharedRequest(flags, workingDirectory),
    ...ruleRequest(flags),
    deep: undefined,
    lockFiles: [],
  };
  const config = await loadConfig(rules, request, workingDirectory);
  const wishes = requirementWishes(flags, requirementFamilies(config.rules));
  const chosen = requestOf(flags, wishes);
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

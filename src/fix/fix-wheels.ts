import { mkdir, realpath, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import PQueue from 'p-queue';
import { type CheckedFile, checkFile } from '../engine/check-file.ts';
import { fixFor } from '../engine/fix-kinds.ts';
import type { RuleSetting } from '../engine/run-rules.ts';
import { UsageError } from '../errors.ts';
import type { TagSet } from '../packaging/tags.ts';
import type { ByteSource } from '../wheel/archive/byte-source.ts';
import type { WheelLocation } from '../wheel/facts.ts';
import { parseWheelFilename, type WheelFilename } from '../wheel/filename.ts';
import { quoteInside } from '../wheel/quote-inside.ts';
import type { Destination } from './fix-tools.ts';
import { type FixOutcome, fixWheel } from './fix-wheel.ts';
import { type FolderLock, lockFolder } from './lock.ts';
import type { FixRequest } from './plan/request.ts';
import { Refused } from './refused.ts';

/** A wheel and what is to be done to it. */
export interface FixTask {
  readonly location: WheelLocation;
  readonly request: FixRequest;
}

export interface FixOptions {
  /** In the order of reports. */
  readonly tasks: readonly FixTask[];
  readonly destination: Destination;
  /** The rules that new wheels are held to. */
  readonly rules: readonly RuleSetting[];
  /** The configured local version label. */
  readonly label: string | undefined;
  /** Told where another run is waited for. */
  readonly onWait: (folder: string) => void;
  /** Told how many wheels are done. */
  readonly onProgress: (done: number) => void;
}

/** A wheel and what became of it. */
export interface FixedWheel {
  readonly location: WheelLocation;
  readonly outcome: FixOutcome;
}

/** Wheels at work at one time: they wait for the disk. */
const concurrency = 8;
/** Wheels from this size on come one after the other: they keep the disk busy alone. In bytes. */
const large = 32 * 1024 * 1024;

/**
 * Mends wheels. Folders that are written to are held against other runs meanwhile.
 * @returns outcomes in the order of the tasks
 * @throws {UsageError} where a folder cannot be written
 */
export async function fixWheels(options: FixOptions): Promise<FixedWheel[]> {
  const locks = options.destination.isDryRun ? [] : await lockAll(options);
  try {
    return await run(options);
  } finally {
    for (const lock of locks) await lock.release();
  }
}

async function run({ tasks, destination, rules, label, onProgress }: FixOptions): Promise<FixedWheel[]> {
  const claimed = new Set<string>();
  const tools = {
    check: (location: WheelLocation, open?: () => Promise<ByteSource>) =>
      checkFile(location, rules, label, open),
    suggestedTags: (checked: CheckedFile, name: WheelFilename) => suggestedTags(checked, name, rules),
    claim: (path: string) => {
      if (claimed.has(path)) throw new Refused('another wheel of this run has the same new name');
      claimed.add(path);
    },
  };
  const outcomes = new Map<FixTask, FixOutcome>();
  const alone = new PQueue({ concurrency: 1 });
  const one = async (task: FixTask): Promise<void> => {
    const work = () => fixWheel(task.location, task.request, destination, tools);
    const size = (await stat(task.location.path).catch(() => undefined))?.size ?? 0;
    outcomes.set(task, size < large ? await work() : await alone.add(work));
    onProgress(outcomes.size);
  };
  // Only wheels of one project can want one name: one after the other, so that it is always the first that gets it.
  const groups = Map.groupBy(tasks, ({ location: { filename } }) => {
    const parsed = parseWheelFilename(filename);
    return parsed.ok ? parsed.name.project : filename;
  });
  await new PQueue({ concurrency }).addAll(
    Array.from(groups.values(), (group) => async () => {
      for (const task of group) await one(task);
    }),
  );
  return tasks.flatMap((task) => {
    const outcome = outcomes.get(task);
    return outcome === undefined ? [] : [{ location: task.location, outcome }];
  });
}

/** @throws {Refused} where findings suggest different tags */
function suggestedTags(
  { findings }: CheckedFile,
  name: WheelFilename,
  rules: readonly RuleSetting[],
): TagSet | undefined {
  const fixes = new Map(rules.map(({ rule }) => [rule.code, rule.fix]));
  const suggestions = findings
    .filter(({ code, messageId }) => fixFor(fixes.get(code), messageId) === 'retag')
    .flatMap(({ data }) => data.suggestion ?? []);
  const [first, other] = new Set(suggestions);
  if (first === undefined) return undefined;
  if (other !== undefined) {
    throw new Refused(`${quoteInside(first)} and ${quoteInside(other)} are both suggested as its tags`);
  }
  const parsed = parseWheelFilename(`${name.distribution}-${name.version.text}-${first}.whl`);
  if (!parsed.ok) throw new Refused(`its suggested tags would be wrong: ${parsed.reason}`);
  return parsed.name;
}

/** In one order for all runs, so that no two wait for each other. */
async function lockAll({ tasks, destination, onWait }: FixOptions): Promise<FolderLock[]> {
  if (tasks.length === 0) return [];
  const { folder } = destination;
  const locks: FolderLock[] = [];
  try {
    if (folder !== undefined) await mkdir(folder, { recursive: true });
    const places = folder === undefined ? tasks.map(({ location }) => dirname(location.path)) : [folder];
    const real = await Promise.all([...new Set(places)].map((place) => realpath(place)));
    for (const place of [...new Set(real)].sort()) {
      locks.push(await lockFolder(place, () => onWait(place)).catch(refuseFolder(place)));
    }
    return locks;
  } catch (error) {
    for (const lock of locks) await lock.release();
    if (error instanceof UsageError) throw error;
    return refuseFolder(folder ?? '')(error);
  }
}

function refuseFolder(folder: string) {
  return (error: unknown): never => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    const reason = code === 'EACCES' || code === 'EPERM' ? 'permission denied' : `the system says ${code}`;
    throw new UsageError(`The folder '${folder}' cannot be written: ${reason}.`);
  };
}

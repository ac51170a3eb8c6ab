import { type FileHandle, lstat, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { CheckedFile } from '../engine/check-file.ts';
import type { TagSet } from '../packaging/tags.ts';
import type { WheelLocation } from '../wheel/facts.ts';
import { parseWheelFilename, type WheelFilename } from '../wheel/filename.ts';
import { quoteInside } from '../wheel/quote-inside.ts';
import { type ArchiveEdits, layOut } from './archive/layout.ts';
import { SourceFile } from './archive/source-file.ts';
import { writeArchive } from './archive/write-archive.ts';
import { draftName } from './names.ts';
import { type OpenedWheel, openWheel } from './open-wheel.ts';
import { isNothing, makePlan } from './plan/make-plan.ts';
import type { Plan } from './plan/plan.ts';
import type { FixRequest } from './plan/request.ts';
import { type Identity, publish } from './publish.ts';
import { Refused } from './refused.ts';
import { refuseNewErrors, refuseOddName, verifyArchive } from './verify.ts';

/** Where new wheels go. */
export interface Destination {
  /** Absolute path; without one each wheel's place is taken by the new one. */
  readonly folder: string | undefined;
  /** Whether other files may be replaced. */
  readonly force: boolean;
  /** Nothing is written. */
  readonly isDryRun: boolean;
}

/** What became of a wheel. */
export type FixOutcome =
  | { readonly status: 'fixed' | 'planned'; readonly plan: Plan; readonly path: string }
  | { readonly status: 'unchanged' }
  /** A clause: why it was left as it is. */
  | { readonly status: 'refused'; readonly reason: string }
  /** Removed or renamed since it was found. */
  | { readonly status: 'gone' };

/** Parts of a run that one wheel asks of. */
export interface FixTools {
  /** The wheel's own rules. */
  readonly check: (location: WheelLocation) => Promise<CheckedFile>;
  /** Tags that a check suggests. */
  readonly suggestedTags: (checked: CheckedFile, name: WheelFilename) => TagSet | undefined;
  /** Called before a name is taken; a run that makes two wheels of one name has lost one. @throws {Refused} */
  readonly claim: (path: string) => void;
}

/** Mends one wheel, or says why not: what is wrong with it never throws. */
export async function fixWheel(
  location: WheelLocation,
  request: FixRequest,
  destination: Destination,
  tools: FixTools,
): Promise<FixOutcome> {
  try {
    return await attempt(location, request, destination, tools);
  } catch (error) {
    if (error instanceof Refused) return { status: 'refused', reason: error.message };
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
    if (code === 'ENOENT') return { status: 'gone' };
    if (code !== undefined && /^E[A-Z0-9]+$/.test(code))
      return { status: 'refused', reason: systemSays(code) };
    throw error;
  }
}

const systemReasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'the new file would be too large for this system',
  EROFS: 'the file system is read-only',
  ELOOP: 'its links go in a circle',
};

function systemSays(code: string): string {
  return systemReasons[code] ?? `the system says ${code}`;
}

async function attempt(
  location: WheelLocation,
  request: FixRequest,
  destination: Destination,
  tools: FixTools,
): Promise<FixOutcome> {
  const parsed = parseWheelFilename(location.filename);
  if (!parsed.ok) throw new Refused(parsed.reason);
  if (destination.folder === undefined && (await lstat(location.path)).isSymbolicLink()) {
    throw new Refused('it is a link: name the file that it leads to');
  }
  const source = await SourceFile.open(location.path);
  try {
    const read = await identityOf(location.path, source);
    // Only tags are a matter of what the linter says; otherwise it may read while the new wheel is written.
    const checked = request.retag === undefined ? undefined : await tools.check(location);
    const opened = await openWheel(source, parsed.name, request.record);
    const plan = makePlan(
      {
        ...opened.facts,
        hasNative: checked !== undefined && checked.wheel.nativeMembers.length > 0,
        suggestedTags: checked && tools.suggestedTags(checked, parsed.name),
      },
      request,
    );
    if (isNothing(plan, parsed.name)) return { status: 'unchanged' };
    refuseOddName(plan);
    const path = join(destination.folder ?? dirname(location.path), plan.filename);
    tools.claim(path);
    if (destination.isDryRun)
      return { status: 'planned', plan: await withTakenName(plan, path, location), path };
    await produce({ location, source, read, opened, plan, path, checked }, destination, tools);
    return { status: 'fixed', plan, path };
  } finally {
    await source.close();
  }
}

interface Production {
  readonly location: WheelLocation;
  readonly source: SourceFile;
  readonly read: Identity;
  readonly opened: OpenedWheel;
  readonly plan: Plan;
  /** What the new wheel is to be called. */
  readonly path: string;
  /** The old wheel, where it was checked already. */
  readonly checked: CheckedFile | undefined;
}

async function produce(
  { location, source, read, opened, plan, path, checked }: Production,
  { folder, force }: Destination,
  tools: FixTools,
): Promise<void> {
  const inPlace = folder === undefined;
  if (!inPlace && path === location.path) {
    throw new Refused(
      `${quoteInside(plan.filename)} would take the place of the wheel itself: say --in-place`,
    );
  }
  const layout = layOut(opened.archive, editsOf(plan));
  const draft = join(dirname(path), draftName());
  try {
    const writing = writeArchive(source, location.path, layout, draft);
    // It is awaited below, and may fail before.
    writing.catch(() => undefined);
    const before = checked ?? (await tools.check(location).catch(afterwards(writing)));
    const handle = await writing;
    try {
      // The disk takes its time; what was written can be read meanwhile.
      const isSynced = handle.sync().then(
        () => undefined,
        (error: unknown) => ({ error }),
      );
      await verifyArchive(draft, plan, layout);
      const after = await tools.check({ ...location, path: draft, filename: plan.filename });
      refuseNewErrors(before.findings, after.findings);
      const failure = await isSynced;
      if (failure !== undefined) throw failure.error;
    } finally {
      await handle.close();
    }
    await publish({
      draft,
      target: path,
      source: location.path,
      read,
      inPlace,
      force,
      filename: plan.filename,
    });
  } finally {
    await rm(draft, { force: true });
  }
}

/** A failure that is told once the file that is being written is closed. */
function afterwards(writing: Promise<FileHandle>) {
  return async (error: unknown): Promise<never> => {
    await writing.then((handle) => handle.close());
    throw error;
  };
}

async function withTakenName(plan: Plan, path: string, location: WheelLocation): Promise<Plan> {
  const isTaken = path !== location.path && (await lstat(path).catch(() => undefined)) !== undefined;
  if (!isTaken) return plan;
  const note = `'${plan.filename}' is there already: unless it is the same, only --force replaces it.`;
  return { ...plan, notes: [...plan.notes, note] };
}

/** @throws {Refused} where the path leads to another file than the one that is open */
async function identityOf(path: string, { stats }: SourceFile): Promise<Identity> {
  const read = await stat(path, { bigint: true });
  if (Number(read.ino) !== stats.ino || Number(read.size) !== stats.size) {
    throw new Refused('it was changed while it was read');
  }
  return read;
}

function editsOf({ renames, texts, dropped }: Plan): ArchiveEdits {
  const contents = texts
    .filter(({ isNew }) => !isNew)
    .map(({ member, content }) => [member, content] as const);
  const added = texts.filter(({ isNew }) => isNew).map(({ member, content }) => [member, content] as const);
  return { renames, dropped, contents: new Map(contents), added: new Map(added) };
}

import { lstat, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { WheelLocation } from '../wheel/facts.ts';
import { parseWheelFilename } from '../wheel/filename.ts';
import { SourceFile } from './archive/source-file.ts';
import type { Destination, FixTools } from './fix-tools.ts';
import { openWheel } from './open-wheel.ts';
import { isNothing, makePlan } from './plan/make-plan.ts';
import type { Plan } from './plan/plan.ts';
import type { FixRequest } from './plan/request.ts';
import { produce } from './produce.ts';
import type { Identity } from './publish.ts';
import { Refused } from './refused.ts';
import { refuseOddName } from './verify.ts';

/** What became of a wheel. */
export type FixOutcome =
  | { readonly status: 'fixed' | 'planned'; readonly plan: Plan; readonly path: string }
  | { readonly status: 'unchanged' }
  /** A clause: why it was left as it is. */
  | { readonly status: 'refused'; readonly reason: string }
  /** Removed or renamed since it was found. */
  | { readonly status: 'gone' };

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
    // Only tags are a matter of what the linter says of the old wheel.
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

import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { CheckedFile } from '../engine/check-file.ts';
import type { WheelLocation } from '../wheel/facts.ts';
import { quoteInside } from '../wheel/quote-inside.ts';
import { type ArchiveEdits, type Layout, layOut } from './archive/layout.ts';
import { type Draft, openDraft } from './archive/open-draft.ts';
import { plannedFile } from './archive/planned-file.ts';
import type { SourceFile } from './archive/source-file.ts';
import { writeArchive } from './archive/write-archive.ts';
import type { Destination, FixTools } from './fix-tools.ts';
import { draftName } from './names.ts';
import type { OpenedWheel } from './open-wheel.ts';
import type { Plan } from './plan/plan.ts';
import { type Identity, publish } from './publish.ts';
import { Refused } from './refused.ts';
import { refuseNewErrors, verifyArchive } from './verify.ts';

/** A wheel on its way to a new one. */
export interface Production {
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

/** Writes the new wheel, reads it back, and gives it its name. @throws {Refused} errors of the system as they come */
export async function produce(
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
  const draftPath = join(dirname(path), draftName());
  const check = async (): Promise<void> => {
    const after = await tools.check({ ...location, path, filename: plan.filename }, async () =>
      plannedFile(source, layout),
    );
    // Few new wheels have an error, and only then does it matter whether it is an old one.
    if (!after.findings.some(({ severity }) => severity === 'error')) return;
    const before = checked ?? (await tools.check(location));
    refuseNewErrors(before.findings, after.findings);
  };
  try {
    const draft = await openDraft(source, layout, draftPath);
    try {
      // What is going to be written can be looked at meanwhile.
      await bothOf(write(draft, draftPath, source, layout, plan), check());
    } finally {
      await draft.handle.close();
    }
    await publish({
      draft: draftPath,
      target: path,
      source: location.path,
      read,
      inPlace,
      force,
      filename: plan.filename,
    });
  } finally {
    await rm(draftPath, { force: true });
  }
}

/** Fills a file, and leaves it on the disk and read back. */
async function write(
  draft: Draft,
  path: string,
  source: SourceFile,
  layout: Layout,
  plan: Plan,
): Promise<void> {
  await writeArchive(source, layout, draft);
  // The disk takes its time; what was written can be read meanwhile.
  await bothOf(verifyArchive(path, plan, layout), draft.handle.sync());
}

/** Waits for both, also where one fails: nothing may go on when its file is closed. @throws what the first threw */
async function bothOf(one: Promise<void>, other: Promise<void>): Promise<void> {
  for (const outcome of await Promise.allSettled([one, other])) {
    if (outcome.status === 'rejected') throw outcome.reason;
  }
}

function editsOf({ renames, texts, dropped }: Plan): ArchiveEdits {
  const contents = texts
    .filter(({ isNew }) => !isNew)
    .map(({ member, content }) => [member, content] as const);
  const added = texts.filter(({ isNew }) => isNew).map(({ member, content }) => [member, content] as const);
  return { renames, dropped, contents: new Map(contents), added: new Map(added) };
}

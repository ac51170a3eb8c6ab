import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { CheckedFile } from '../engine/check-file.ts';
import type { WheelLocation } from '../wheel/facts.ts';
import { quoteInside } from '../wheel/quote-inside.ts';
import { type ArchiveEdits, layOut } from './archive/layout.ts';
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
  const draft = join(dirname(path), draftName());
  try {
    const handle = await writeArchive(source, layout, draft);
    try {
      // The disk takes its time; what was written can be read meanwhile.
      const isSynced = handle.sync().then(
        () => undefined,
        (error: unknown) => ({ error }),
      );
      await verifyArchive(draft, plan, layout);
      const after = await tools.check({ ...location, path: draft, filename: plan.filename });
      // Few new wheels have an error, and only then does it matter whether it is an old one.
      if (after.findings.some(({ severity }) => severity === 'error')) {
        const before = checked ?? (await tools.check(location));
        refuseNewErrors(before.findings, after.findings);
      }
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

function editsOf({ renames, texts, dropped }: Plan): ArchiveEdits {
  const contents = texts
    .filter(({ isNew }) => !isNew)
    .map(({ member, content }) => [member, content] as const);
  const added = texts.filter(({ isNew }) => isNew).map(({ member, content }) => [member, content] as const);
  return { renames, dropped, contents: new Map(contents), added: new Map(added) };
}

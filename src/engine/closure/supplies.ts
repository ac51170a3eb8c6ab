import { join } from 'node:path';
import type { IndexAnswer } from '../../index/index-answer.ts';
import { offeredWheel, projectOfFilename, readOfferedFile } from '../../installer/offered-file.ts';
import type { Contests } from '../contest/contests.ts';
import type { Stack } from '../contest/stack.ts';
import type { NamedWheel } from '../project.ts';
import { type Supplied, Supply } from './supply.ts';

/** What a stack has of each required project. */
export async function suppliesOf(
  projects: ReadonlySet<string>,
  stack: Stack,
  wheels: readonly NamedWheel[],
  answers: ReadonlyMap<string, readonly IndexAnswer[]>,
  { linted, settings }: Pick<Contests, 'linted' | 'settings'>,
): Promise<ReadonlyMap<string, Supply>> {
  const local = Map.groupBy(wheels, ({ name }) => name.project);
  const beside = new Map<string, Supplied[]>();
  for (const { realPath, filenames } of stack.folders) {
    for (const filename of filenames) {
      const project = projectOfFilename(filename);
      if (project === undefined || !projects.has(project) || linted.wheels.has(join(realPath, filename)))
        continue;
      const file = readOfferedFile(filename, project);
      if (file === undefined) continue;
      beside.set(project, [
        ...(beside.get(project) ?? []),
        { file, requiresPython: undefined, yanked: false },
      ]);
    }
  }
  const supplies = new Map<string, Supply>();
  for (const project of projects) {
    const pages = await Promise.all(stack.pages.map(({ page }) => page.ask(project, [])));
    const own = (local.get(project) ?? []).map(
      ({ name, distInfo }): Supplied => ({
        file: offeredWheel(name),
        requiresPython: distInfo?.metadata?.requiresPython?.value,
        yanked: false,
      }),
    );
    const all = [...own, ...(beside.get(project) ?? [])];
    const listed = [...pages, ...(answers.get(project) ?? [])];
    supplies.set(project, new Supply(all, listed, settings.formatsOf(project)));
  }
  return supplies;
}

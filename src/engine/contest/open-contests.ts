import { realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { defaultInstallers, type Installer, parseInstaller } from '../../installer/installer.ts';
import type { WheelFacts } from '../../wheel/facts.ts';
import type { FindLinks } from '../explain/collection.ts';
import type { ContestSettings } from './contest.ts';
import { Contests, type HashPath, type LintedFolders } from './contests.ts';
import { listStacks, type StackPlan } from './stack.ts';
import { TargetPool } from './target-pool.ts';

/** What decides who wins. */
export interface ContestOptions extends Omit<ContestSettings, 'pool'> {
  readonly installers: readonly Installer[];
  readonly stacks: readonly StackPlan[];
  /** Locations that belong to every stack. */
  readonly findLinks: readonly FindLinks[];
}

/** No stack is configured, and today's installers are asked for the Pythons and machines that tags name. */
export const defaultContest: ContestOptions = {
  installers: defaultInstallers.map(parseInstaller),
  stacks: [],
  findLinks: [],
  places: { interpreters: undefined, machines: undefined, glibcMinor: undefined, manylinux: true },
  preferBinary: false,
  prereleases: false,
  formatsOf: () => ({ wheels: true, sdists: true }),
};

/** Prepares the contests of a wheelhouse; the folders of its stacks are listed. */
export async function openContests(
  wheels: readonly WheelFacts[],
  { installers, stacks, findLinks, ...settings }: ContestOptions,
  hash: HashPath,
): Promise<Contests> {
  const listed = await listStacks(wheels, stacks, findLinks);
  const pool = new TargetPool(installers);
  return new Contests(listed, await lintedFolders(wheels), { ...settings, pool }, hash);
}

async function lintedFolders(wheels: readonly WheelFacts[]): Promise<LintedFolders> {
  const folders = [...new Set(wheels.map(({ location }) => dirname(location.path)))];
  const realPaths = new Map(
    await Promise.all(
      folders.map(
        async (folder): Promise<[string, string]> => [folder, await realpath(folder).catch(() => folder)],
      ),
    ),
  );
  return {
    realPaths,
    wheels: new Set(
      wheels.map(({ location: { path, filename } }) => join(realPaths.get(dirname(path)) ?? '', filename)),
    ),
  };
}

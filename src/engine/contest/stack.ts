import { readdir, realpath } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Source } from '../../installer/source.ts';
import type { WheelFacts } from '../../wheel/facts.ts';
import type { FindLinks } from '../explain/collection.ts';
import { type FindLinksFolder, folderSource } from '../explain/folder-offers.ts';
import { folderPages, type SourcePage } from '../explain/folder-pages.ts';
import { pageSource } from '../explain/page-offers.ts';

/** A folder of a stack with everything that lies in it. */
export interface StackFolder {
  readonly folder: FindLinksFolder;
  readonly source: Source;
  /** The path without links. */
  readonly realPath: string;
  /** Names of all files; empty where it cannot be listed. */
  readonly filenames: readonly string[];
}

/** Find-links locations that one installer run sees together. */
export interface Stack {
  /** As the configuration calls it; `undefined` for the folders of the command line, whose order means nothing. */
  readonly name: string | undefined;
  readonly folders: readonly StackFolder[];
  readonly pages: readonly SourcePage[];
}

/** A stack before its folders are listed. */
export interface StackPlan {
  readonly name: string;
  readonly findLinks: readonly FindLinks[];
}

/**
 * Lists the folders of every configured stack, and of one more for the wheels that are in none of them.
 * @param beside locations that belong to every stack (`--find-links`)
 */
export async function listStacks(
  wheels: readonly WheelFacts[],
  plans: readonly StackPlan[],
  beside: readonly FindLinks[],
): Promise<Stack[]> {
  const configured = await Promise.all(
    plans.map(({ name, findLinks }) => listStack(name, [...findLinks, ...beside])),
  );
  const known = new Set(configured.flatMap(({ folders }) => folders.map(({ realPath }) => realPath)));
  const loose: FindLinks[] = [];
  for (const folder of foldersOf(wheels)) {
    if (!known.has(await realPathOf(folder.path))) loose.push({ kind: 'folder', folder });
  }
  if (loose.length === 0 && configured.length > 0) return configured;
  return [...configured, await listStack(undefined, [...loose, ...beside])];
}

/** The folders that wheels were found in, in the order of their paths. */
function foldersOf(wheels: readonly WheelFacts[]): FindLinksFolder[] {
  const folders = new Map<string, FindLinksFolder>();
  for (const { location } of wheels) {
    const path = dirname(location.path);
    if (folders.has(path)) continue;
    const slash = location.display.lastIndexOf('/');
    folders.set(path, { path, display: slash === -1 ? '.' : location.display.slice(0, slash) });
  }
  return [...folders.values()];
}

async function listStack(name: string | undefined, locations: readonly FindLinks[]): Promise<Stack> {
  const folders: StackFolder[] = [];
  const pages: SourcePage[] = [];
  for (const [position, location] of locations.entries()) {
    if (location.kind === 'page') {
      const { page } = location;
      pages.push({ page, source: pageSource('page', page.source.url, position) });
      continue;
    }
    const { folder } = location;
    const realPath = await realPathOf(folder.path);
    if (folders.some((listed) => listed.realPath === realPath)) continue;
    const filenames = (await readdir(folder.path).catch(() => [])).sort();
    pages.push(...(await folderPages(folder, position).catch(() => [])));
    folders.push({ folder, source: await folderSource(folder, position), realPath, filenames });
  }
  return { name, folders, pages };
}

async function realPathOf(path: string): Promise<string> {
  return realpath(path).catch(() => path);
}

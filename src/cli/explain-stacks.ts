import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { pathLocation, type SourceSettings } from '../config/source-settings.ts';
import { discover } from '../engine/discover.ts';
import type { FindLinks } from '../engine/explain/collection.ts';
import type { ExplainStack } from '../engine/explain/explain.ts';
import type { FindLinksFolder } from '../engine/explain/folder-offers.ts';
import { UsageError } from '../errors.ts';
import type { OpenSources } from './open-sources.ts';

/**
 * What `explain` looks into: paths of the command line are one stack; without any, the configured stacks count; without
 * these, this folder.
 * @throws {UsageError}
 */
export async function openStacks(
  paths: readonly string[],
  { stacks, findLinks }: SourceSettings,
  opened: OpenSources,
  workingDirectory: string,
): Promise<ExplainStack[]> {
  const further = await opened.findLinks(findLinks);
  if (paths.length > 0 || stacks.length === 0) {
    const named = paths.length > 0 || findLinks.length > 0 ? paths : ['.'];
    const folders = await Promise.all(named.map((path) => foldersAt(path, workingDirectory)));
    return [{ name: undefined, findLinks: eachOnce([...folders.flat().map(asFindLinks), ...further]) }];
  }
  return (await opened.stacks(stacks)).map(({ name, findLinks: places }) => ({
    name,
    findLinks: eachOnce([...places, ...further]),
  }));
}

/**
 * A folder and every folder with wheels below it are find-links folders; of a named file only itself counts.
 * @throws {UsageError} where a path leads nowhere
 */
async function foldersAt(path: string, workingDirectory: string): Promise<FindLinksFolder[]> {
  const { locations, partial, unreadable } = await discover([path], workingDirectory);
  const absolute = resolve(workingDirectory, path);
  const isFolder = (await stat(absolute).catch(() => undefined))?.isDirectory() === true;
  if (!isFolder && locations.length === 0 && unreadable.length === 0) {
    throw new UsageError(`No wheel matches '${path}'.`);
  }
  const found = Map.groupBy(locations, (location) => dirname(location.path));
  const folders = new Set([
    ...(isFolder ? [absolute] : []),
    ...found.keys(),
    // Asking such a folder says what is wrong with it.
    ...unreadable.map(({ folder }) => resolve(workingDirectory, folder)),
  ]);
  return Array.from(folders, (folder) => ({
    path: folder,
    display: pathLocation(folder, workingDirectory).display,
    ...(partial && { only: new Set(found.get(folder)?.map(({ filename }) => filename)) }),
  }));
}

function asFindLinks(folder: FindLinksFolder): FindLinks {
  return { kind: 'folder', folder };
}

/** A folder that is listed twice is one; it counts as a whole where it is listed as a whole. */
function eachOnce(locations: readonly FindLinks[]): FindLinks[] {
  const unique = new Map<string, FindLinks>();
  for (const location of locations) {
    const key = location.kind === 'folder' ? location.folder.path : location.page.source.url;
    unique.set(key, merged(unique.get(key), location));
  }
  return [...unique.values()];
}

function merged(known: FindLinks | undefined, location: FindLinks): FindLinks {
  if (known?.kind !== 'folder' || location.kind !== 'folder') return known ?? location;
  const [only, further] = [known.folder.only, location.folder.only];
  if (only === undefined || further === undefined) {
    const { path, display } = known.folder;
    return { kind: 'folder', folder: { path, display } };
  }
  return { kind: 'folder', folder: { ...known.folder, only: new Set([...only, ...further]) } };
}

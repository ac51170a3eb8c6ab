import { realpath, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Discovery } from './discover.ts';

/** Whom the permission bits of a folder and of all that it lies in let read: those of its group, or all users. */
export type Readers = 'all' | 'group' | 'owner';

/** A folder that wheels lie in. */
export interface FolderFacts {
  /** That its wheels' paths begin with. */
  readonly path: string;
  /** For people. */
  readonly display: string;
  /** Names of the files in it that are no wheels; empty where it was not listed as a whole. */
  readonly others: readonly string[];
  readonly readers: Readers;
}

/** Looks at the folders of wheels. */
export async function readFolders({ locations, folders }: Discovery): Promise<FolderFacts[]> {
  const walked = new Map(folders.map((folder) => [folder.path, folder]));
  const displays = new Map(locations.map(({ path, display }) => [dirname(path), dirname(display)] as const));
  return Promise.all(
    [...displays].map(async ([path, display]) => ({
      path,
      display: walked.get(path)?.display ?? display,
      others: walked.get(path)?.others ?? [],
      readers: await readersOf(path),
    })),
  );
}

const group = { list: 0o050, search: 0o010 };
const others = { list: 0o005, search: 0o001 };
const writable = 0o002;

/** Of a folder like `/tmp`, where everybody writes, nobody expects that all can read what lies in it. */
async function readersOf(path: string): Promise<Readers> {
  const real = await realpath(path).catch(() => path);
  const mode = await modeOf(real);
  if ((mode & writable) !== 0 || process.platform === 'win32') return 'owner';
  let above = 0o777;
  for (let folder = dirname(real); ; folder = dirname(folder)) {
    const bits = await modeOf(folder);
    // Who is let in as one of all others is let in as one of a group.
    above &= (bits & others.search) !== 0 ? 0o777 : bits;
    if (folder === dirname(folder)) break;
  }
  if ((mode & others.list) === others.list && (above & others.search) !== 0) return 'all';
  return (mode & group.list) === group.list && (above & group.search) !== 0 ? 'group' : 'owner';
}

async function modeOf(folder: string): Promise<number> {
  return stat(folder).then(
    ({ mode }) => mode,
    () => 0,
  );
}

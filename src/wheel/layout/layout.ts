import type { Member } from '../archive/directory.ts';
import type { WheelContents } from '../contents.ts';
import { type Place, placeOf } from './place.ts';

/** A folder that has files, or an entry of its own. */
export interface Folder extends Place {
  /** Path in the archive: empty for its top, otherwise with a slash at its end. */
  readonly path: string;
  readonly files: readonly Member[];
  /** Those of the files that are no Python source: a third of them, and what most questions are about. */
  readonly otherFiles: readonly Member[];
}

interface OpenFolder extends Folder {
  readonly files: Member[];
  readonly otherFiles: Member[];
}

/** The members of a wheel by folder. It is as short-lived as the wheel's contents. */
export type Layout = ReadonlyMap<string, Folder>;

const layouts = new WeakMap<readonly Member[], Layout>();

/** Made once for a wheel, by the first rule that asks; empty for a broken archive, where little of it would be true. */
export function layoutOf({ wheel, members }: Pick<WheelContents, 'wheel' | 'members'>): Layout {
  const known = layouts.get(members);
  if (known !== undefined) return known;
  const layout = readLayout(wheel.problems.length > 0 ? [] : members);
  layouts.set(members, layout);
  return layout;
}

/** Members of one folder almost always stand together, so that hardly any path has to be looked up. */
function readLayout(members: readonly Member[]): Layout {
  const folders = new Map<string, OpenFolder>();
  const open = (path: string): OpenFolder => {
    const known = folders.get(path);
    if (known !== undefined) return known;
    const { section, start } = placeOf(path);
    const folder = { path, section, start, files: [], otherFiles: [] };
    folders.set(path, folder);
    return folder;
  };
  let current: OpenFolder | undefined;
  for (const member of members) {
    const { name } = member;
    const length = name.lastIndexOf('/') + 1;
    if (current === undefined || current.path.length !== length || !name.startsWith(current.path)) {
      current = open(name.slice(0, length));
    }
    if (length === name.length) continue;
    current.files.push(member);
    if (!name.endsWith('.py')) current.otherFiles.push(member);
  }
  return folders;
}

import type { Member } from './directory.ts';

/** Members that cannot both be files of one folder. */
export interface MemberClashes {
  /** Names that stand in the directory more than once. */
  readonly repeated: readonly string[];
  /** Files that other members take for a folder, with one of these. */
  readonly fileAndFolder: readonly (readonly [file: string, inside: string])[];
  /** Pairs of names that differ in case only. */
  readonly caseOnly: readonly (readonly [first: string, second: string])[];
}

export const noClashes: MemberClashes = { repeated: [], fileAndFolder: [], caseOnly: [] };

export function findClashes(members: readonly Member[]): MemberClashes {
  const names = new Set<string>();
  const repeated = new Set<string>();
  for (const { name } of members) {
    const { size } = names;
    if (names.add(name).size === size) repeated.add(name);
  }
  return {
    repeated: [...repeated],
    fileAndFolder: findFilesAsFolders(members, names),
    caseOnly: findCasePairs(names),
  };
}

/** Characters of folder names that are looked up: a hundred times what the largest wheel needs, a second of work. */
const maxLookedUp = 1 << 27;

function findFilesAsFolders(members: readonly Member[], names: ReadonlySet<string>): [string, string][] {
  const folders = new Set<string>();
  const pairs: [string, string][] = [];
  let last = '';
  let lookedUp = 0;
  for (const { name } of members) {
    let slash = name.lastIndexOf('/');
    // Most members stand in the folder of the one before.
    if (slash <= 0 || (slash === last.length && name.startsWith(last))) continue;
    last = name.slice(0, slash);
    for (; slash > 0; slash = name.lastIndexOf('/', slash - 1)) {
      const folder = name.slice(0, slash);
      lookedUp += slash;
      if (folders.has(folder) || lookedUp > maxLookedUp) break;
      folders.add(folder);
      if (names.has(folder)) pairs.push([folder, name]);
    }
  }
  return pairs;
}

/** A pair of names that differ in case has one with a capital letter: only these are looked at. */
function findCasePairs(names: ReadonlySet<string>): [string, string][] {
  const folded = new Map<string, string>();
  const pairs: [string, string][] = [];
  for (const name of names) {
    const lower = name.toLowerCase();
    if (lower === name) continue;
    const other = names.has(lower) ? lower : folded.get(lower);
    if (other !== undefined) pairs.push([other, name]);
    folded.set(lower, name);
  }
  return pairs;
}

import { detach } from '../../detach.ts';
import type { Member } from '../archive/directory.ts';
import { ArchiveError } from '../archive/problem.ts';
import { quoteInside } from '../quote-inside.ts';

/** The members that make a zip a wheel. */
export const distInfoFiles = ['METADATA', 'WHEEL', 'RECORD'] as const;
/** A member of the dist-info folder that is read; few wheels have entry points. */
export type DistInfoFile = (typeof distInfoFiles)[number] | 'entry_points.txt';

const readFiles: readonly DistInfoFile[] = [...distInfoFiles, 'entry_points.txt'];

/** The `*.dist-info` folder and those of its files that are there. */
export interface DistInfoMembers {
  readonly directory: string;
  readonly files: Readonly<Partial<Record<DistInfoFile, Member>>>;
  /** Names of the first {@link maxDataFolders} `*.data` folders. */
  readonly dataFolders: readonly string[];
}

/** A wheel has one. */
const maxDataFolders = 5;

/** Names that a message can hold; an archive can have thousands. */
const maxListed = 3;

function listed(names: ReadonlySet<string>): string {
  const first = [...names].slice(0, maxListed).map(quoteInside).join(', ');
  return names.size > maxListed ? `${first} and ${names.size - maxListed} more` : first;
}

/** @throws {ArchiveError} where there is not exactly one such folder */
export function findDistInfo(members: readonly Member[]): DistInfoMembers {
  const directories = new Set<string>();
  const dataFolders = new Set<string>();
  const files: Partial<Record<DistInfoFile, Member>> = {};
  for (const member of members) {
    const slash = member.name.indexOf('/');
    if (slash === -1) continue;
    if (member.name.endsWith('.data', slash) && dataFolders.size < maxDataFolders)
      dataFolders.add(member.name.slice(0, slash));
    if (!member.name.endsWith('.dist-info', slash)) continue;
    directories.add(member.name.slice(0, slash));
    const file = readFiles.find(
      (name) => member.name.length === slash + 1 + name.length && member.name.endsWith(name),
    );
    // Of two members with one name, Python's zipfile reads the last.
    if (file !== undefined) files[file] = member;
  }
  const [directory, ...others] = directories;
  if (directory === undefined) throw new ArchiveError('no-dist-info', 'it has no "*.dist-info" folder');
  if (others.length > 0) {
    throw new ArchiveError(
      'many-dist-infos',
      `it has ${directories.size} "*.dist-info" folders: ${listed(directories)}`,
    );
  }
  return { directory, files, dataFolders: [...dataFolders].map(detach) };
}

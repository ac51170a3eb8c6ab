import { lazy } from '../../lazy.ts';
import { findCopies } from '../archive/copies.ts';
import type { Member } from '../archive/directory.ts';
import { entryBits } from '../archive/name-scan.ts';
import type { Names } from '../archive/names.ts';
import type { WheelFacts } from '../facts.ts';
import { groupBySuffix } from './by-suffix.ts';
import { findMarked, type Marked, noneMarked } from './marked.ts';
import { findOddNames, type OddNames } from './odd-names.ts';
import { type Place, placeOf } from './place.ts';
import { listToplevels, type TopLevel } from './toplevel.ts';

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

/**
 * The members of a wheel as an installer lays them out. Each view of them is made when a rule first asks for it, and is
 * empty for a broken archive, where little of it would be true.
 */
export class Layout {
  readonly #byPath: () => ReadonlyMap<string, Folder>;
  readonly #folders: () => readonly Folder[];
  readonly #dataFolders: () => readonly Folder[];
  readonly #bySuffix: () => ReadonlyMap<string, readonly Member[]>;
  readonly #toplevels: () => readonly TopLevel[];
  readonly #marked: () => Marked;
  readonly #oddNames: () => OddNames;
  readonly #copies: () => readonly (readonly Member[])[];

  /** @param names of all members */
  constructor({ problems }: Pick<WheelFacts, 'problems'>, allMembers: readonly Member[], names: Names) {
    const members = problems.length > 0 ? [] : allMembers;
    this.#byPath = lazy(() => readFolders(members, names));
    this.#folders = lazy(() => [...this.#byPath().values()]);
    this.#dataFolders = lazy(() => this.folders.filter(isOfData));
    this.#bySuffix = lazy(() => groupBySuffix(this.folders));
    this.#toplevels = lazy(() => listToplevels(this.folders));
    this.#marked = lazy(() => (names.scan.mayBeMarked ? findMarked(this.folders) : noneMarked));
    this.#oddNames = lazy(() => findOddNames(this.folders));
    this.#copies = lazy(() => findCopies(members));
  }

  /** In the order of the archive, by their first member. */
  get folders(): readonly Folder[] {
    return this.#folders();
  }

  /** @param path empty for the top of the archive, otherwise with a slash at its end */
  folder(path: string): Folder | undefined {
    return this.#byPath().get(path);
  }

  /** Those below a `.data` folder, which most wheels have not. */
  get dataFolders(): readonly Folder[] {
    return this.#dataFolders();
  }

  /** All files but Python sources, by what follows the last dot of their names. */
  get bySuffix(): ReadonlyMap<string, readonly Member[]> {
    return this.#bySuffix();
  }

  /** The top-level entries of the library, at the top of the archive and in `purelib` and `platlib`. */
  get toplevels(): readonly TopLevel[] {
    return this.#toplevels();
  }

  /** Members by what their names say, for example that they are leftovers of an editor. */
  get marked(): Marked {
    return this.#marked();
  }

  /** Files whose names not every system and script can do with. */
  get oddNames(): OddNames {
    return this.#oddNames();
  }

  /** Members with the same bytes as others, see {@link findCopies}. */
  get copies(): readonly (readonly Member[])[] {
    return this.#copies();
  }
}

function isOfData({ section, start }: Folder): boolean {
  return section !== 'dist-info' && start > 0;
}

/** Members of one folder almost always stand together, so that hardly any path has to be looked up. */
function readFolders(members: readonly Member[], { scan: { entries } }: Names): Map<string, Folder> {
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
  let index = 0;
  for (const member of members) {
    const entry = entries[index] ?? 0;
    index += 1;
    if (current === undefined || (entry & entryBits.elsewhere) !== 0) {
      current = open(member.name.slice(0, member.name.lastIndexOf('/') + 1));
    }
    if ((entry & entryBits.folder) !== 0) continue;
    current.files.push(member);
    if ((entry & entryBits.source) === 0) current.otherFiles.push(member);
  }
  return folders;
}

import { generateProject } from './generate-project.ts';
import type { PipFacts } from './names.ts';
import { Random } from './random.ts';
import type {
  FolderDeclaration,
  IndexDeclaration,
  PageDeclaration,
  SourceDeclaration,
  WorldDeclaration,
} from './scenario.ts';

/** Names whose order by URL is not that of the alphabet, nor that of a list. */
const folderNames = [
  ...['a', 'a+b', 'a b', 'a-b', 'a/b', 'a.b', 'A', 'a~', 'b', 'é', 'x%20y', 'x=y', '10', '9', '_'],
  ...['generic', 'gentoo/avx', 'gentoo/avx2', 'gentoo/avx512', 'x86-64-v3', 'x86-64-v4', "it's", '(1)'],
];
const linkNames = ['0', 'current', 'zz', 'm n', 'n+'];

export interface WorldRequest {
  readonly seed: string;
  /** Number of the world. */
  readonly world: number;
  readonly projects: number;
}

/** A world by its number: the same whatever was made before it. */
export function generateWorld({ seed, world, projects }: WorldRequest, pip: PipFacts): WorldDeclaration {
  const random = new Random(`${seed}/${world}`);
  const requireHashes = random.chance(0.15);
  const frame = {
    sources: generateSources(random, pip),
    preferBinary: random.chance(0.2),
    onlyBinary: random.chance(0.15),
    prereleases: random.chance(0.15),
    manylinux: !random.chance(0.2),
    requireHashes,
  };
  return {
    ...frame,
    projects: Array.from({ length: projects }, (_, project) =>
      generateProject(new Random(`${seed}/${world}/${project}`), `p${world}-${project}`, frame, pip),
    ),
  };
}

function generateSources(random: Random, pip: PipFacts): SourceDeclaration[] {
  const folders = generateFolders(random, pip);
  const hosts = random.shuffle(folders.filter((folder) => canHoldPage(folder, folders)));
  const pages = Array.from({ length: random.pick([0, 0, 1, 1, 2]) }, (_, place): PageDeclaration => {
    const host = random.chance(0.3) ? hosts[place] : undefined;
    const at = host === undefined ? random.pick(['http', 'file'] as const) : { in: host };
    return { kind: 'page', name: `page-${place}`, at };
  });
  const indexes = Array.from(
    { length: random.pick(folders.length + pages.length === 0 ? [1, 2, 3] : [0, 1, 1, 2, 2, 3]) },
    (_, place): IndexDeclaration => ({
      kind: 'index',
      name: `index-${place}`,
      at: random.pick(['file', 'http', pip.seesJsonHashes ? 'json' : 'http'] as const),
    }),
  );
  return [...random.shuffle([...folders, ...pages]), ...indexes];
}

function generateFolders(random: Random, pip: PipFacts): FolderDeclaration[] {
  const links = random.shuffle(linkNames);
  const folders = random
    .some(folderNames, random.pick([0, 1, 2, 2, 3, 4]))
    .map((folder, place) =>
      declareFolder(random, pip, folder, random.chance(0.25) ? links[place] : undefined),
    );
  const [first] = folders;
  // The same folder twice, under two names.
  const twice =
    first !== undefined && first.link === undefined && random.chance(0.15) ? first.folder : undefined;
  return twice === undefined ? folders : [...folders, declareFolder(random, pip, twice, 'again')];
}

/** A page beside the files of a folder is seen where the folder is named, and once where it is named once. */
function canHoldPage({ folder, spelled }: FolderDeclaration, folders: readonly FolderDeclaration[]): boolean {
  return spelled !== 'file by file' && folders.filter((other) => other.folder === folder).length === 1;
}

function declareFolder(
  random: Random,
  { takesSingleFiles }: PipFacts,
  folder: string,
  link: string | undefined,
): FolderDeclaration {
  const spelled = random.pick(['absolute', 'relative', 'detour', 'file URL', 'file by file'] as const);
  return {
    kind: 'folder',
    folder,
    link,
    spelled: takesSingleFiles || spelled !== 'file by file' ? spelled : 'absolute',
  };
}

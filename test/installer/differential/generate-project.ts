import { builds, labels, type PipFacts, pythonsFor, tagsFor, unreadable, versions } from './names.ts';
import type { Random } from './random.ts';
import type {
  ClaimsDeclaration,
  FileDeclaration,
  MetadataDeclaration,
  ProjectDeclaration,
  SourceDeclaration,
  WorldDeclaration,
} from './scenario.ts';
import { generatePin, generateSpecifier } from './specifiers.ts';

type Frame = Omit<WorldDeclaration, 'projects'>;

/** What the files of one project are made of: little, so that they clash. */
interface Palette {
  readonly versions: readonly string[];
  readonly builds: readonly string[];
  readonly tags: readonly string[];
  readonly spellings: readonly string[];
  /** How many of the files are source archives: building them takes time. */
  readonly sdists: number;
  readonly sdistEndings: readonly string[];
  /** How many of the files on pages are yanked. */
  readonly yanked: number;
  /** Whether METADATA, pages and file names may be at odds. */
  readonly troubled: boolean;
}

/** A project with some files in the sources of its world, and a requirement. */
export function generateProject(
  random: Random,
  name: string,
  frame: Frame,
  pip: PipFacts,
): ProjectDeclaration {
  const palette = generatePalette(random, name, frame, pip);
  const files: FileDeclaration[] = [];
  for (let count = random.between(2, 9); count > 0; count -= 1) {
    const file = generateFile(random, name, random.pick(frame.sources), palette, pip);
    const copies = random.chance(0.25) ? random.some(frame.sources, 2) : [];
    for (const one of [file, ...copies.map((source) => copyOf(random, file, source))]) {
      if (!files.some((other) => collides(one, other))) files.push(one);
    }
  }
  const wanted = random.pick(files);
  if (!frame.requireHashes) {
    return {
      name,
      specifier: generateSpecifier(random, wanted.version, palette.versions),
      hashes: [],
      files,
    };
  }
  const others = random.some(files, random.between(0, 2));
  const hashes = others.length > 0 && random.chance(0.15) ? others : [wanted, ...others];
  return { name, specifier: generatePin(random, wanted.version), hashes, files };
}

function generatePalette(random: Random, name: string, { sources }: Frame, pip: PipFacts): Palette {
  const plain = random.some(versions, random.between(1, 3));
  const some = random.some(labels, random.pick([0, 0, 1, 2, 3]));
  const dots = name.replace('-', '.');
  // Since 24.0 pip passes over some sdists in a folder, but not if they are named one by one.
  const namesFiles = sources.some((source) => source.kind === 'folder' && source.spelled === 'file by file');
  return {
    versions: [...plain, ...some.map((label) => `${random.pick(plain)}+${label}`)],
    builds: ['', ...(random.chance(0.5) ? random.some(builds, random.between(1, 3)) : [])],
    tags: generateTags(random, pip),
    spellings: [name.replace('-', '_'), name.toUpperCase().replace('-', '_'), dots].slice(
      0,
      random.between(1, 3),
    ),
    sdists: random.chance(0.15) ? 0.3 : 0.02,
    sdistEndings: namesFiles ? ['.tar.gz', '.zip'] : ['.tar.gz', '.zip', '.tgz', '.tar', '-1.tar.gz'],
    yanked: random.pick([0, 0, 0, 0.2, 0.8]),
    troubled: random.chance(0.35),
  };
}

function generateTags(random: Random, pip: PipFacts): string[] {
  const { fitting, manylinux, other } = tagsFor(pip);
  const some = [
    ...random.some(fitting, random.between(1, 3)),
    ...random.some(manylinux, random.between(0, 2)),
  ];
  return random.chance(0.2) ? [...some, random.pick(other)] : some;
}

function generateFile(
  random: Random,
  project: string,
  source: SourceDeclaration,
  palette: Palette,
  pip: PipFacts,
): FileDeclaration {
  const version = random.pick(palette.versions);
  return {
    source,
    filename: generateFilename(random, version, palette),
    version,
    metadata: generateMetadata(random, project, version, palette, pip),
    content: random.between(1, 2),
    claims: generateClaims(random, palette, pip),
  };
}

function generateFilename(random: Random, version: string, palette: Palette): string {
  const start = `${random.pick(palette.spellings)}-${version}`;
  if (random.chance(palette.sdists)) return start + random.pick(palette.sdistEndings);
  const tags = random.pick(palette.tags);
  if (palette.troubled && random.chance(0.08)) {
    const [plain = start] = start.split('+');
    return random.pick(unreadable)(plain, tags);
  }
  const build = random.pick(palette.builds);
  return `${start}${build === '' ? '' : `-${build}`}-${tags}.whl`;
}

const faults = ['not a zip', 'no dist-info', 'no METADATA'] as const;

/** What stands inside a file, at odds with its name at times. */
function generateMetadata(
  random: Random,
  project: string,
  version: string,
  { troubled, ...palette }: Palette,
  { minor, looksInside }: PipFacts,
): MetadataDeclaration {
  const pythons = pythonsFor(minor);
  const publicVersion = version.replace(/\+.*/, '');
  const others = [...palette.versions, publicVersion, `${publicVersion}+other`];
  const inside = random.chance(0.2) ? ['1.0_cc', 'unknown'] : others;
  const isRelabelled = troubled && random.chance(0.25);
  const [name = project] = palette.spellings;
  const folder = troubled && random.chance(0.08) ? random.pick([`${name}_other`, `${name}9`, 'other']) : name;
  return {
    name: troubled && random.chance(0.12) ? `${project}-other` : random.pick([project, ...palette.spellings]),
    version: isRelabelled && random.chance(0.6) ? random.pick(inside) : version,
    requiresPython:
      troubled && random.chance(0.2)
        ? random.pick(random.chance(0.5) ? pythons.fitting : pythons.other)
        : undefined,
    folder: `${folder}-${isRelabelled && random.chance(0.6) ? random.pick(others) : version}`,
    fault:
      troubled && random.chance(0.02) ? random.pick(looksInside ? faults : faults.slice(0, 2)) : undefined,
  };
}

function generateClaims(
  random: Random,
  { troubled, yanked }: Palette,
  { minor }: PipFacts,
): ClaimsDeclaration {
  const pythons = pythonsFor(minor);
  return {
    requiresPython:
      troubled && random.chance(0.3)
        ? random.pick(random.chance(0.5) ? pythons.fitting : pythons.other)
        : undefined,
    yanked: random.chance(yanked) ? random.pick(['a bad build', 'x']) : false,
    hash: random.chance(0.75) ? 'sha256' : random.chance(0.5) ? 'md5' : undefined,
    repeated: random.chance(0.15),
  };
}

/** The same name elsewhere, with the same bytes or others. */
function copyOf(random: Random, file: FileDeclaration, source: SourceDeclaration): FileDeclaration {
  return { ...file, source, content: random.chance(0.5) ? file.content : file.content + 1 };
}

/** A folder has one file of a name; a page may list several. */
function collides(a: FileDeclaration, b: FileDeclaration): boolean {
  if (a.filename !== b.filename || a.source.kind !== 'folder' || b.source.kind !== 'folder') return false;
  return a.source.folder === b.source.folder;
}

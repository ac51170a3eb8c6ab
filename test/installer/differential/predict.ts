import { pipFileUrl } from '../../../src/installer/file-url.ts';
import type { Offer, OfferMetadata } from '../../../src/installer/offer.ts';
import { readOfferedFile } from '../../../src/installer/offered-file.ts';
import { type Ranking, rankOffers } from '../../../src/installer/ranking.ts';
import type { InstallRequest } from '../../../src/installer/request.ts';
import type { Source } from '../../../src/installer/source.ts';
import type { Target } from '../../../src/installer/target.ts';
import { parseRequirement } from '../../../src/packaging/requirement.ts';
import { isSdist } from './archives.ts';
import type { FileDeclaration, ProjectDeclaration, SourceDeclaration } from './scenario.ts';
import { folderPath, shows, type WrittenWorld } from './write-world.ts';

/** What our model says of a project. */
export interface Prediction {
  /** The file that pip will install; `undefined` where it will fail. */
  readonly file: FileDeclaration | undefined;
  readonly ranking: Ranking;
}

/** Asks the model, told of all that the world holds. */
export function predict(world: WrittenWorld, project: ProjectDeclaration, target: Target): Prediction {
  const files = new Map<Offer, FileDeclaration>();
  for (const [declared, source] of placeSources(world)) {
    for (const [order, file] of project.files.filter((other) => shows(declared, other)).entries()) {
      const offer = offerOf(world, project, file, source, order);
      if (offer !== undefined) files.set(offer, file);
    }
  }
  const request = requestOf(world, project);
  const ranking = rankOffers([...files.keys()], request, target);
  const { selected, problem } = ranking;
  const file = selected && problem === undefined ? files.get(selected) : undefined;
  return { file: file && isAllowed(file, request, world) ? file : undefined, ranking };
}

/** Of a file on a page that states no hash, only pip learns that it has the wrong one. */
function isAllowed(file: FileDeclaration, { hashes }: InstallRequest, { files }: WrittenWorld): boolean {
  return hashes.size === 0 || hashes.has(files.get(file)?.sha256 ?? '');
}

function placeSources({ root, declaration: { sources } }: WrittenWorld): Map<SourceDeclaration, Source> {
  const isNamed = (source: SourceDeclaration): boolean =>
    source.kind !== 'page' || typeof source.at === 'string';
  const findLinks = sources.filter((source) => source.kind !== 'index' && isNamed(source));
  const indexes = sources.filter(({ kind }) => kind === 'index');
  return new Map<SourceDeclaration, Source>(
    sources.map((source): [SourceDeclaration, Source] => {
      const { kind } = source;
      if (kind === 'folder') {
        const path = folderPath(root, source);
        const url = pipFileUrl(path);
        // Where single files are named, no pip follows links.
        const realUrl = source.spelled === 'file by file' ? url : pipFileUrl(`${root}/w/${source.folder}`);
        return [source, { kind, url, realUrl, name: source.folder, position: findLinks.indexOf(source) }];
      }
      const { name, at } = source;
      // A page in a folder stands where the folder does.
      const place = typeof at === 'object' ? findLinks.indexOf(at.in) : findLinks.indexOf(source);
      const position = kind === 'index' ? indexes.indexOf(source) : place;
      return [source, { kind, url: name, realUrl: name, name, position }];
    }),
  );
}

function offerOf(
  { files }: WrittenWorld,
  { name: project }: ProjectDeclaration,
  declared: FileDeclaration,
  source: Source,
  order: number,
): Offer | undefined {
  const { filename, claims } = declared;
  const file = readOfferedFile(filename, project);
  const written = files.get(declared);
  if (file === undefined || written === undefined) return undefined;
  const isFolder = source.kind === 'folder';
  return {
    filename,
    source,
    location: written.url,
    order: isFolder ? 0 : order,
    sha256: isFolder || claims.hash === 'sha256' ? written.sha256 : undefined,
    ...(!isFolder && claims.hash === 'md5' && { otherHash: { algorithm: 'md5', hex: written.md5 } }),
    yanked: isFolder ? false : claims.yanked,
    requiresPython: isFolder ? undefined : claims.requiresPython,
    metadata: metadataOf(declared),
    file,
  };
}

function metadataOf({ filename, metadata }: FileDeclaration): OfferMetadata {
  const { folder, fault, ...said } = metadata;
  if (isSdist(filename)) return said;
  if (fault === undefined) return { ...said, directory: `${folder}.dist-info` };
  const directory = fault === 'no METADATA' ? `${folder}.dist-info` : undefined;
  return { name: undefined, version: undefined, requiresPython: undefined, directory, fault };
}

function requestOf({ declaration, files }: WrittenWorld, project: ProjectDeclaration): InstallRequest {
  const parsed = parseRequirement(project.name + project.specifier, 'compared');
  if (!parsed.ok) throw new Error(`${project.name}${project.specifier}: ${parsed.reason}`);
  return {
    project: project.name,
    specifiers: parsed.requirement.specifiers,
    hashes: new Set(project.hashes.flatMap((file) => files.get(file)?.sha256 ?? [])),
    preferBinary: declaration.preferBinary,
    formats: { wheels: true, sdists: !declaration.onlyBinary },
    prereleases: declaration.prereleases,
  };
}

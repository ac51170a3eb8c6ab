import { readdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { pipFileUrl } from '../../installer/file-url.ts';
import type { Offer, OfferedFile, OfferMetadata } from '../../installer/offer.ts';
import { readOfferedFile } from '../../installer/offered-file.ts';
import type { Source } from '../../installer/source.ts';
import type { WheelFacts } from '../../wheel/facts.ts';
import { readAll } from '../reading/read-all.ts';

/** A find-links folder of this machine. */
export interface FindLinksFolder {
  /** Absolute path. */
  readonly path: string;
  /** The path for people. */
  readonly display: string;
  /** Only these names count, where single files were named. */
  readonly only?: ReadonlySet<string>;
}

/** The source that a folder is, as pip writes its URL. @param position place among the find-links locations */
export async function folderSource({ path, display }: FindLinksFolder, position: number): Promise<Source> {
  const real = await realpath(path).catch(() => path);
  return { kind: 'folder', url: pipFileUrl(path), realUrl: pipFileUrl(real), name: display, position };
}

interface NamedFile {
  readonly filename: string;
  readonly file: OfferedFile;
}

/**
 * The files of a project in a folder, wheels looked into; sub-folders are not searched, as pip does not.
 * @param hash computes the sha256 of a file; not called where no request needs it
 * @throws what listing the folder throws
 */
export async function folderOffers(
  folder: FindLinksFolder,
  project: string,
  position: number,
  hash?: (path: string) => Promise<string | undefined>,
): Promise<Offer[]> {
  const source = await folderSource(folder, position);
  const names = (await readdir(folder.path)).sort();
  const files = names
    .filter((name) => folder.only?.has(name) ?? true)
    .flatMap((filename): NamedFile[] => {
      const file = readOfferedFile(filename, project);
      return file === undefined ? [] : [{ filename, file }];
    });
  const wheels = files.filter(({ file }) => file.kind === 'wheel');
  const locations = wheels.map(({ filename }) => ({
    path: join(folder.path, filename),
    display: inFolder(folder, filename),
    filename,
  }));
  const facts = new Map((await readAll(locations)).map((wheel) => [wheel.location.filename, wheel]));
  return Promise.all(
    files.map(async ({ filename, file }) => ({
      filename,
      source,
      location: inFolder(folder, filename),
      order: 0,
      sha256: hash && (await hash(join(folder.path, filename))),
      yanked: false,
      requiresPython: undefined,
      metadata: metadataOf(facts.get(filename)),
      file,
    })),
  );
}

function inFolder({ display }: FindLinksFolder, filename: string): string {
  return display === '.' ? filename : `${display}/${filename}`;
}

const nothingKnown = { name: undefined, version: undefined, requiresPython: undefined } as const;

/** What METADATA says, as an installer reads it. */
export function metadataOf(wheel: WheelFacts | undefined): OfferMetadata | undefined {
  const metadata = wheel?.distInfo?.metadata;
  const directory = wheel?.distInfo?.directory;
  if (metadata === undefined) {
    const isBroken = wheel !== undefined && wheel.problems.length > 0;
    return isBroken ? { ...nothingKnown, directory, fault: 'it is no readable wheel' } : undefined;
  }
  const { name, version, requiresPython } = metadata;
  return {
    name: name?.value,
    version: version?.value,
    requiresPython: requiresPython?.value,
    directory,
  };
}

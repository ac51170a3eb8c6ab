import type { IndexFile } from '../index/index-answer.ts';
import { publicKey } from '../packaging/version.ts';
import type { Listing } from './listing.ts';
import type { ComparedWheel, Identity, IndexMatch, NamedWheel } from './project.ts';

/**
 * Puts each wheel beside the index files of an equal version, local labels included, and finds out which are the same bytes.
 * @param hash the sha256 of a wheel; asked at most once for each, and only where size and hash leave it open
 */
export async function compareWithIndexes(
  wheels: readonly NamedWheel[],
  listings: readonly Listing[],
  hash: (wheel: NamedWheel) => Promise<string | undefined>,
): Promise<ComparedWheel[]> {
  return Promise.all(
    wheels.filter(couldBeOpened).map(async (wheel) => {
      const files = filesLike(wheel, listings);
      const sha256 = files.some(({ file }) => needsHash(wheel, file)) ? await hash(wheel) : undefined;
      const matches = files.map(
        (named): IndexMatch => ({ ...named, identity: identify(wheel, named.file, sha256) }),
      );
      return { wheel, sha256, matches };
    }),
  );
}

/** Wheels of an equal version, in the order of the indexes, then of their pages. */
function filesLike({ name: { version } }: NamedWheel, listings: readonly Listing[]) {
  const key = publicKey(version);
  return listings
    .flatMap((listing) => listing.ofVersion(key))
    .flatMap(({ file, offered, answer }): Omit<IndexMatch, 'identity'>[] =>
      offered.kind === 'wheel' && offered.version.key === version.key
        ? [{ file, name: offered.name, answer }]
        : [],
    );
}

/** A pipe or a file that may not be read has neither size nor hash: what is on an index says nothing about it. */
function couldBeOpened({ problems }: NamedWheel): boolean {
  return !problems.some(({ kind }) => kind === 'unreadable' || kind === 'not-a-file');
}

/** A different size is a different file: no need to read a gigabyte to know it. */
function needsHash(wheel: NamedWheel, file: IndexFile): boolean {
  return file.sha256 !== undefined && (file.size === undefined || file.size === wheel.size);
}

function identify(wheel: NamedWheel, file: IndexFile, sha256: string | undefined): Identity {
  if (file.size !== undefined && file.size !== wheel.size) return 'different';
  if (file.sha256 === undefined || sha256 === undefined) return 'unknown';
  return file.sha256 === sha256 ? 'equal' : 'different';
}

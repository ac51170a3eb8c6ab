import type { IndexFile } from '../index/index-answer.ts';
import { publicKey } from '../packaging/version.ts';
import type { HashKind } from '../wheel/hash.ts';
import type { Listing } from './listing.ts';
import type { ComparedWheel, Identity, IndexMatch, NamedWheel } from './project.ts';

/** The hash of a wheel, `undefined` where it cannot be read. */
export type HashWheel = (wheel: NamedWheel, kind: HashKind) => Promise<string | undefined>;

/**
 * Puts each wheel beside the index files of an equal version, local labels included, and finds out which are the same bytes.
 * @param hash the hash of a wheel; asked at most once for each kind, and only where size and hash leave it open
 */
export async function compareWithIndexes(
  wheels: readonly NamedWheel[],
  listings: readonly Listing[],
  hash: HashWheel,
): Promise<ComparedWheel[]> {
  return Promise.all(
    wheels.filter(couldBeOpened).map(async (wheel) => {
      const files = filesLike(wheel, listings);
      const open = files.filter(({ file }) => needsHash(wheel, file));
      const own = await hashesOf(wheel, new Set(open.map(({ file }) => kindOfHash(file))), hash);
      const matches = files.map((named): IndexMatch => {
        const algorithm = named.file.otherHash?.algorithm;
        const hex = algorithm && own.get(algorithm);
        return {
          ...named,
          identity: identify(wheel, named.file, own),
          ...(algorithm !== undefined && hex !== undefined && { ownOther: { algorithm, hex } }),
        };
      });
      return { wheel, sha256: own.get('sha256'), matches };
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
  return kindOfHash(file) !== undefined && (file.size === undefined || file.size === wheel.size);
}

function kindOfHash({ sha256, otherHash }: IndexFile): HashKind | undefined {
  return sha256 === undefined ? otherHash?.algorithm : 'sha256';
}

async function hashesOf(
  wheel: NamedWheel,
  kinds: ReadonlySet<HashKind | undefined>,
  hash: HashWheel,
): Promise<ReadonlyMap<HashKind, string>> {
  const known = new Map<HashKind, string>();
  for (const kind of kinds) {
    const hex = kind && (await hash(wheel, kind));
    if (kind !== undefined && hex !== undefined) known.set(kind, hex);
  }
  return known;
}

function identify(wheel: NamedWheel, file: IndexFile, own: ReadonlyMap<HashKind, string>): Identity {
  if (file.size !== undefined && file.size !== wheel.size) return 'different';
  const kind = kindOfHash(file);
  const mine = kind && own.get(kind);
  if (mine === undefined) return 'unknown';
  return mine === (file.sha256 ?? file.otherHash?.hex) ? 'equal' : 'different';
}

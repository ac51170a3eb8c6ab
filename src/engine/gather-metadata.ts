import type { IndexAnswer, IndexFile, MetadataAnswer, PackageIndex } from '../index/index-answer.ts';
import type { WheelLocation } from '../wheel/facts.ts';
import { compareWithIndexes } from './compare.ts';
import type { HashPath } from './contest/contests.ts';
import type { Unchecked } from './finding.ts';
import { groupByProject } from './group.ts';
import { Listing } from './listing.ts';
import { readAll } from './reading/read-all.ts';
import { UpstreamMetadata } from './upstream-metadata.ts';

/** The METADATA of index files, by file name, for each index. */
export interface GatheredMetadata {
  readonly texts: readonly ReadonlyMap<string, string>[];
  readonly unchecked: readonly Unchecked[];
}

/**
 * Asks indexes for just the METADATA that the rules would ask them for.
 * @param answers what the indexes list, by normalised project name
 */
export async function gatherMetadata(
  locations: readonly WheelLocation[],
  answers: ReadonlyMap<string, readonly IndexAnswer[]>,
  indexes: readonly PackageIndex[],
  hash: HashPath,
): Promise<GatheredMetadata> {
  const recording = indexes.map((index) => new RecordingIndex(index));
  const upstream = new UpstreamMetadata(recording);
  const wheels = groupByProject(await readAll(locations));
  await Promise.all(
    [...wheels].map(async ([project, group]) => {
      const listings = (answers.get(project) ?? []).map((answer) => new Listing(answer));
      const compared = await compareWithIndexes(group, listings, ({ location }, kind) =>
        hash(location.path, kind),
      );
      await upstream.of(project, compared, listings);
    }),
  );
  return { texts: recording.map(({ texts }) => texts), unchecked: upstream.unchecked };
}

/** Remembers what it was asked for. */
class RecordingIndex implements PackageIndex {
  readonly texts = new Map<string, string>();
  readonly #index: PackageIndex;

  constructor(index: PackageIndex) {
    this.#index = index;
  }

  get source(): PackageIndex['source'] {
    return this.#index.source;
  }

  ask(project: string, versions: readonly string[]): Promise<IndexAnswer> {
    return this.#index.ask(project, versions);
  }

  async metadata(project: string, file: IndexFile): Promise<MetadataAnswer> {
    const answer = await this.#index.metadata?.(project, file);
    if (answer?.status === 'read') this.texts.set(file.filename, answer.text);
    return answer ?? { status: 'unchecked', reason: 'METADATA cannot be asked for here' };
  }

  close(): Promise<void> {
    return this.#index.close();
  }
}

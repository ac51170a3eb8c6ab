import type { IndexFile, PackageIndex } from '../index/index-answer.ts';
import { normalizeName } from '../packaging/name.ts';
import { publicKey } from '../packaging/version.ts';
import { type MetadataFacts, readMetadata } from '../wheel/dist-info/metadata.ts';
import type { Unchecked } from './finding.ts';
import type { Listing } from './listing.ts';
import { mostAlike, type UpstreamWheel } from './most-alike.ts';
import type { ComparedWheel, NamedWheel, WheelBesideUpstream } from './project.ts';

/** Asks indexes for the METADATA of wheels: of one for each public version that is there in a build of one's own. */
export class UpstreamMetadata {
  readonly #indexes: ReadonlyMap<string, PackageIndex>;
  readonly #failures = new Map<string, Unchecked>();

  constructor(indexes: readonly PackageIndex[]) {
    this.#indexes = new Map(indexes.map((index) => [index.source.url, index]));
  }

  /** What could not be asked so far: the first failure of each project on an index. */
  get unchecked(): readonly Unchecked[] {
    return [...this.#failures].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, unchecked]) => unchecked);
  }

  /** The wheels of a project that an index has a wheel of the same public version for, and offers its METADATA. */
  async of(
    project: string,
    compared: readonly ComparedWheel[],
    listings: readonly Listing[],
  ): Promise<WheelBesideUpstream[]> {
    const wheels = compared.filter(isOwnBuild).map(({ wheel }) => wheel);
    const versions = Map.groupBy(wheels, ({ name }) => publicKey(name.version));
    const found = await Promise.all(
      [...versions].map(async ([version, group]) => {
        const nearest = mostAlike(group, offers(listings, version));
        return nearest === undefined ? [] : this.#besideOne(project, group, nearest);
      }),
    );
    return found.flat();
  }

  async #besideOne(
    project: string,
    group: readonly NamedWheel[],
    { file, answer }: UpstreamWheel,
  ): Promise<WheelBesideUpstream[]> {
    const { url } = answer.source;
    const asked = await this.#indexes.get(url)?.metadata?.(project, file);
    if (asked === undefined) return [];
    const metadata = asked.status === 'read' ? metadataOf(project, file, asked.text) : asked.reason;
    if (typeof metadata !== 'string') return group.map((wheel) => ({ wheel, file, answer, metadata }));
    const key = `${project}\n${url}`;
    const reason = `METADATA of ${file.filename}: ${metadata}`;
    const known = this.#failures.get(key);
    // The least, not the first to fail: the same input gives the same report.
    if (known === undefined || reason < known.reason)
      this.#failures.set(key, { project, source: url, reason });
    return [];
  }
}

/** What is the index's own file has its METADATA, and of one that cannot be read there is nothing to compare. */
function isOwnBuild({ wheel, matches }: ComparedWheel): boolean {
  return wheel.distInfo?.metadata !== undefined && !matches.some(({ identity }) => identity === 'equal');
}

function offers(listings: readonly Listing[], version: string): UpstreamWheel[] {
  return listings
    .flatMap((listing) => listing.ofVersion(version))
    .flatMap(({ file, offered, answer }) =>
      offered.kind === 'wheel' && file.coreMetadata !== undefined
        ? [{ file, name: offered.name, answer }]
        : [],
    );
}

/** A page for people would look like METADATA without any requirement. @returns a text for what is wrong with it */
function metadataOf(project: string, { filename }: IndexFile, text: string): MetadataFacts | string {
  const metadata = readMetadata(`${filename}.metadata`, text);
  const { name } = metadata;
  return name !== undefined && normalizeName(name.value) === project ? metadata : 'it is not of this project';
}

import { lookInside } from '../../installer/look-inside.ts';
import type { Offer } from '../../installer/offer.ts';
import { type PlaceSettings, placesFor } from '../../installer/places.ts';
import { type Ranking, rankOffers } from '../../installer/ranking.ts';
import type { InstallRequest } from '../../installer/request.ts';
import type { Target } from '../../installer/target.ts';
import { parseVersion, publicKey, type Version } from '../../packaging/version.ts';
import type { WheelFilename } from '../../wheel/filename.ts';
import type { IndexMatch, NamedWheel } from '../project.ts';
import type { Stack } from './stack.ts';
import type { TargetPool } from './target-pool.ts';

/** What decides contests besides the files. */
export interface ContestSettings {
  readonly pool: TargetPool;
  readonly places: PlaceSettings;
  readonly preferBinary: boolean;
  readonly prereleases: boolean;
  readonly formatsOf: (project: string) => InstallRequest['formats'];
}

/** One file in a contest, with what tells whether it is the same as another. */
export interface Entry {
  readonly offer: Offer;
  /** The linted wheel that it is. */
  readonly wheel: NamedWheel | undefined;
  /** Equal for files with the same bytes; `undefined` where that was not worth finding out. */
  readonly content: string | undefined;
  /** For a linted wheel, the files of find-links pages that it was compared with. */
  readonly onPages?: readonly IndexMatch[];
}

/** A linted wheel in a contest. */
export type LintedEntry = Entry & { readonly wheel: NamedWheel };

/** Files of an index, which are looked at version by version, because few of them compete with a local wheel. */
export interface RemoteFiles {
  /** Public keys. */
  versions(): Iterable<string>;
  ofVersion(key: string): readonly Entry[];
}

/** All files of one project that one installer run sees: who wins, for each target. Answers are worked out once. */
export class Contest {
  readonly stack: Stack;
  readonly project: string;
  /** The linted wheels in it. */
  readonly wheels: readonly LintedEntry[];
  readonly #near: readonly Entry[];
  readonly #far: readonly RemoteFiles[];
  readonly #settings: ContestSettings;
  readonly #byWheel: ReadonlyMap<NamedWheel, LintedEntry>;
  readonly #byVersion = new Map<string, readonly Entry[]>();
  #nearByVersion: ReadonlyMap<string, readonly Entry[]> | undefined;
  #all: readonly Entry[] | undefined;
  readonly #pinned = new Map<string, readonly Ranking[]>();
  #targets: readonly Target[] | undefined;
  #newest: readonly Ranking[] | undefined;

  constructor(
    stack: Stack,
    project: string,
    near: readonly Entry[],
    far: readonly RemoteFiles[],
    settings: ContestSettings,
  ) {
    this.stack = stack;
    this.project = project;
    this.#near = near;
    this.#far = far;
    this.#settings = settings;
    this.wheels = near.filter((entry): entry is LintedEntry => entry.wheel !== undefined);
    this.#byWheel = new Map(this.wheels.map((entry) => [entry.wheel, entry]));
  }

  /** Every file, whatever its version. */
  get entries(): readonly Entry[] {
    this.#all ??= [
      ...this.#near,
      ...this.#far.flatMap((files) => [...files.versions()].flatMap((key) => files.ofVersion(key))),
    ];
    return this.#all;
  }

  /** Files of the same public version, whatever their labels. */
  ofVersion(version: Version): readonly Entry[] {
    const key = publicKey(version);
    let entries = this.#byVersion.get(key);
    if (entries === undefined) {
      this.#nearByVersion ??= Map.groupBy(this.#near, ({ offer: { file } }) =>
        file.kind === 'unreadable' ? '' : publicKey(file.version),
      );
      const near = this.#nearByVersion.get(key) ?? [];
      entries = [...near, ...this.#far.flatMap((files) => files.ofVersion(key))];
      this.#byVersion.set(key, entries);
    }
    return entries;
  }

  /** The entry of a linted wheel. */
  entryOf(wheel: NamedWheel): Entry | undefined {
    return this.#byWheel.get(wheel);
  }

  /** What installers make of `project==version`, the label left out, by target. */
  pinned(version: Version): readonly Ranking[] {
    const key = publicKey(version);
    const known = this.#pinned.get(key);
    if (known !== undefined) return known;
    const pinned = parseVersion(version.public);
    const pin = { operator: '==', text: version.public, version: pinned, wildcard: false } as const;
    const request = { ...this.#request(), specifiers: [pin] };
    const entries = [...this.ofVersion(version), ...this.#witnesses(key)];
    const own = this.wheels.filter(({ wheel }) => publicKey(wheel.name.version) === key);
    let rankings = this.#rank(entries, request, this.#allTargets());
    // A wheel for any Python may ask for a newer one than those that older versions were built for.
    if (!this.#isTaken(own, rankings)) rankings = this.#rank(entries, request, this.#targetsOf(own));
    this.#pinned.set(key, rankings);
    return rankings;
  }

  /** What installers make of `project` alone, by target. */
  newest(): readonly Ranking[] {
    this.#newest ??= this.#rank(this.entries, this.#request(), this.#allTargets());
    return this.#newest;
  }

  /** Forgets what was worked out; it is worked out again for whoever asks. */
  forget(): void {
    this.#byVersion.clear();
    this.#pinned.clear();
    this.#nearByVersion = undefined;
    this.#all = undefined;
    this.#newest = undefined;
  }

  /** A file of each index that has the project in other versions only: uv looks no further than the first such index. */
  #witnesses(key: string): Entry[] {
    if (this.#far.length < 2) return [];
    return this.#far.filter((files) => files.ofVersion(key).length === 0).flatMap(firstReadable);
  }

  /** Whether some target would install one of these, if there was nothing else. */
  #isTaken(wheels: readonly LintedEntry[], rankings: readonly Ranking[]): boolean {
    const offers = new Set(wheels.map(({ offer }) => offer));
    return rankings.some(({ target, candidates }) =>
      candidates.some(
        ({ entrant }) =>
          offers.has(entrant.offer) && lookInside(entrant, this.project, target).does === 'install',
      ),
    );
  }

  #rank(entries: readonly Entry[], request: InstallRequest, targets: readonly Target[]): readonly Ranking[] {
    const offers = entries.map(({ offer }) => offer);
    return targets.map((target) => rankOffers(offers, request, target));
  }

  #allTargets(): readonly Target[] {
    this.#targets ??= this.#targetsOf(this.wheels);
    return this.#targets;
  }

  #targetsOf(wheels: readonly LintedEntry[]): readonly Target[] {
    const { pool, places } = this.#settings;
    const names = wheels.map(({ wheel }): WheelFilename => wheel.name);
    return placesFor(names, places).flatMap((place) => pool.targetsAt(place));
  }

  #request(): InstallRequest {
    const { preferBinary, prereleases, formatsOf } = this.#settings;
    return {
      project: this.project,
      specifiers: [],
      hashes: new Set(),
      preferBinary,
      prereleases,
      formats: formatsOf(this.project),
    };
  }
}

function firstReadable(files: RemoteFiles): Entry[] {
  for (const key of files.versions()) {
    const found = files.ofVersion(key).find(({ offer }) => offer.file.kind !== 'unreadable');
    if (found !== undefined) return [found];
  }
  return [];
}

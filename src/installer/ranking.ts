import { isLabelRange } from '../packaging/specifier.ts';
import { type Comparison, compareEntrants, type Decider } from './compare.ts';
import { type Entrant, entrantsOf } from './entrant.ts';
import { exclusionOf, tagMismatch } from './exclude.ts';
import { settleDraft } from './local-draft.ts';
import { lookInside } from './look-inside.ts';
import { type Excluded, narrow } from './narrow.ts';
import type { Offer } from './offer.ts';
import { type InstallRequest, isPinnedForHashes } from './request.ts';
import type { Target } from './target.ts';

/** A file in the race. */
export interface Candidate {
  readonly entrant: Entrant;
  /** What put it behind the one above; `undefined` for the first, and where nothing can tell them apart. */
  readonly behindBy: Decider | undefined;
}

/** The answer to "which file gets installed, and why" for one target. */
export interface Ranking {
  readonly target: Target;
  /** Best first. */
  readonly candidates: readonly Candidate[];
  /** In the order given. */
  readonly excluded: readonly Excluded<Offer>[];
  /** The file that gets installed; `undefined` where there is none, or the installer stops at a fault. */
  readonly selected: Offer | undefined;
  /** Why the installation fails, as a sentence. */
  readonly problem: string | undefined;
}

/** Puts the files that sources offer for a project in the order in which an installer would take them. */
export function rankOffers(offers: readonly Offer[], request: InstallRequest, target: Target): Ranking {
  const race = new Race(request, target);
  return race.run(offers);
}

/** One question's way through the steps, collecting who fell out where. */
class Race {
  readonly #request: InstallRequest;
  readonly #target: Target;
  readonly #excluded = new Map<Offer, string>();

  constructor(request: InstallRequest, target: Target) {
    this.#request = request;
    this.#target = target;
  }

  run(offers: readonly Offer[]): Ranking {
    const { model } = this.#target.installer;
    for (const offer of offers) {
      if (offer.file.kind === 'unreadable')
        this.#exclude(offer, `installers pass over it: ${offer.file.reason}`);
    }
    const refusal = this.#refusal();
    const entrants = this.#ofOneIndex(entrantsOf(offers, this.#request, this.#target)).filter((entrant) =>
      this.#passes(entrant, exclusionOf(entrant, this.#request, this.#target)),
    );
    const narrowed = narrow(entrants, this.#request, model);
    for (const { item, reason } of narrowed.excluded) this.#exclude(item.offer, reason);
    let sorted = this.#sort(narrowed.kept);
    let problem = refusal ?? this.#withoutFile(sorted);
    if (model.versionBeforeTags) {
      sorted = sorted.filter((entrant) =>
        this.#passes(
          entrant,
          entrant.isWheel && entrant.tag === undefined ? tagMismatch(entrant, this.#target) : undefined,
        ),
      );
    }
    const draft = settleDraft(sorted, model);
    if ('problem' in draft) problem ??= sentence(`${this.#name} stops: ${draft.problem}`);
    else sorted = this.#without(sorted, draft.excluded);
    return problem === undefined
      ? this.#choose(offers, sorted)
      : this.#ranking(offers, sorted, undefined, problem);
  }

  /** The first index that has the project is the only one that counts, even if nothing of it fits. */
  #ofOneIndex(entrants: readonly Entrant[]): readonly Entrant[] {
    const { model } = this.#target.installer;
    if (model.indexes === 'all') return entrants;
    const onIndexes = entrants.filter(({ offer }) => offer.source.kind === 'index');
    const first = onIndexes.reduce((best, { place }) => Math.min(best, place), Number.POSITIVE_INFINITY);
    const counting = onIndexes.find(({ place }) => place === first)?.offer.source.name;
    return entrants.filter((entrant) =>
      this.#passes(
        entrant,
        entrant.offer.source.kind === 'index' && entrant.place !== first
          ? `${this.#name} stops at the first index that has the project, ${counting}`
          : undefined,
      ),
    );
  }

  /** Goes down the list as the installer does. */
  #choose(offers: readonly Offer[], sorted: readonly Entrant[]): Ranking {
    const spent = new Map<string, string>();
    const left: Entrant[] = [];
    let selected: Offer | undefined;
    let problem: string | undefined;
    for (const entrant of sorted) {
      if (selected !== undefined || problem !== undefined) {
        left.push(entrant);
        continue;
      }
      const { key, normal } = entrant.version;
      const spoiler = spent.get(key);
      if (spoiler !== undefined) {
        this.#exclude(entrant.offer, `${this.#name} has given up version ${normal} because of ${spoiler}`);
        continue;
      }
      const verdict = lookInside(entrant, this.#request.project, this.#target);
      problem = this.#hashProblem(entrant.offer);
      if (verdict.does === 'install' || problem !== undefined) {
        left.push(entrant);
        selected = entrant.offer;
      } else if (verdict.does === 'fail') {
        left.push(entrant);
        problem = sentence(`${this.#name} stops at ${entrant.offer.filename}: ${verdict.reason}`);
      } else {
        this.#exclude(entrant.offer, `${this.#name} passes over it: ${verdict.reason}`);
        if (verdict.does === 'next version') spent.set(key, entrant.offer.filename);
      }
    }
    return this.#ranking(offers, left, selected, problem);
  }

  #ranking(
    offers: readonly Offer[],
    sorted: readonly Entrant[],
    selected: Offer | undefined,
    problem: string | undefined,
  ): Ranking {
    const candidates = sorted.map((entrant, place): Candidate => {
      const above = sorted[place - 1];
      return { entrant, behindBy: above && this.#compare(above, entrant).by };
    });
    const excluded = offers.flatMap((item) => {
      const reason = this.#excluded.get(item);
      return reason === undefined ? [] : { item, reason };
    });
    return { target: this.#target, candidates, excluded, selected, problem };
  }

  #refusal(): string | undefined {
    const { model } = this.#target.installer;
    const range = this.#request.specifiers.find(isLabelRange);
    if (range !== undefined && model.refusesLabelRanges) {
      return `${this.#name} refuses '${range.operator}${range.text}': a label can stand behind == and != only.`;
    }
    if (this.#request.hashes.size === 0 || !model.hashesNeedPin || isPinnedForHashes(this.#request))
      return undefined;
    return `${this.#name} takes hashes only where the version is pinned with ==.`;
  }

  /** An installer that settles on a version first fails where that version has no file for the environment. */
  #withoutFile(sorted: readonly Entrant[]): string | undefined {
    const { model } = this.#target.installer;
    const [top] = sorted;
    if (!model.versionBeforeTags || top === undefined) return undefined;
    const isOfTop = ({ version, place }: Entrant): boolean =>
      version.key === top.version.key && place === top.place;
    const fits = sorted.some(
      (entrant) => isOfTop(entrant) && (!entrant.isWheel || entrant.tag !== undefined),
    );
    if (fits) return undefined;
    return `${this.#name} settles on version ${top.version.normal} of ${top.offer.source.name}, which has no file that fits.`;
  }

  #hashProblem({ sha256, filename }: Offer): string | undefined {
    const { hashes } = this.#request;
    if (hashes.size === 0 || sha256 === undefined || hashes.has(sha256)) return undefined;
    return `${this.#name} takes ${filename} and fails: its sha256 is not one of those allowed.`;
  }

  #sort(entrants: readonly Entrant[]): readonly Entrant[] {
    return [...entrants].sort((a, b) => this.#compare(b, a).difference);
  }

  #compare(a: Entrant, b: Entrant): Comparison {
    const { model } = this.#target.installer;
    return compareEntrants(a, b, model, this.#request.preferBinary && model.prefersBinary);
  }

  #passes({ offer }: Entrant, reason: string | undefined): boolean {
    if (reason !== undefined) this.#exclude(offer, reason);
    return reason === undefined;
  }

  #without(sorted: readonly Entrant[], excluded: readonly Excluded<Entrant>[]): readonly Entrant[] {
    for (const { item, reason } of excluded) this.#exclude(item.offer, reason);
    return sorted.filter(({ offer }) => !this.#excluded.has(offer));
  }

  #exclude(offer: Offer, reason: string): void {
    this.#excluded.set(offer, reason);
  }

  get #name(): string {
    return this.#target.installer.name;
  }
}

function sentence(text: string): string {
  return `${text}.`;
}

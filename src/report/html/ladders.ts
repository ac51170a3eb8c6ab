import type { CandidateOrder } from '../../engine/contest/candidate-orders.ts';
import type { Ranking } from '../../installer/ranking.ts';
import { headingsOf } from '../explain/headings.ts';
import { type ExplainedFile, explainedFiles } from '../explain/rows.ts';
import { Interned } from './intern.ts';
import type { PageFile, PageLadder, PageOrder, PageStep } from './page-data.ts';
import { shownText } from './shown-text.ts';

/** Files shown from the top of an order; below, only those of folders. */
const mostFromTop = 4;
const mostSteps = 12;

/** Makes the ladders of candidates; a file that stands in several is kept once. */
export class Ladders {
  readonly orders: PageOrder[] = [];
  readonly #files = new Interned<string, PageFile>();
  readonly #byWheel = new Map<string, number[]>();

  constructor(orders: readonly CandidateOrder[]) {
    for (const { project, version, stack, wheels, rankings } of orders) {
      const place = this.orders.length;
      this.orders.push({
        requirement: `${project}==${version}`,
        stack: stack === null ? null : shownText(stack),
        ladders: this.#ladders(rankings),
      });
      for (const wheel of wheels) this.#byWheel.set(wheel, [...this.of(wheel), place]);
    }
  }

  get files(): readonly PageFile[] {
    return this.#files.values;
  }

  /** Places of the orders that a wheel stands in. */
  of(wheel: string): readonly number[] {
    return this.#byWheel.get(wheel) ?? [];
  }

  /** Targets that order the same files for the same reasons share a ladder. */
  #ladders(rankings: readonly Ranking[]): PageLadder[] {
    const drawn = rankings.map((ranking) => {
      const files = explainedFiles(ranking);
      const steps = shortened(files).map((file) => this.#step(file));
      const { problem } = ranking;
      const excluded = files.filter(({ rank }) => rank === null).length;
      return {
        target: ranking.target,
        ladder: { steps, ...(problem && { problem: shownText(problem) }) },
        excluded,
      };
    });
    const alike = Map.groupBy(drawn, ({ ladder }) => JSON.stringify(ladder)).values();
    return Array.from(alike, (group): PageLadder => {
      const excluded = Math.min(...group.map((one) => one.excluded));
      return {
        targets: headingsOf(group.map(({ target }) => target)),
        ...(group[0]?.ladder ?? { steps: [] }),
        ...(excluded > 0 && { excluded }),
      };
    }).filter(({ steps }) => steps.length > 0);
  }

  #step(file: ExplainedFile): PageStep {
    const { rank, taken, location, filename, source, isOwn, reason } = file;
    return {
      rank: rank ?? 0,
      file: this.#files.placeOf(JSON.stringify([location, source]), () => ({
        name: shownText(filename),
        source: shownText(source),
        location: shownText(location),
        ...(isOwn && { own: true as const }),
      })),
      // Who decides like this stands above the ladder.
      reason: shownText(reason ?? ''),
      ...(taken && { taken }),
    };
  }
}

function shortened(files: readonly ExplainedFile[]): ExplainedFile[] {
  return files
    .filter(({ rank, isOwn, taken }) => rank !== null && (rank <= mostFromTop || isOwn || taken !== null))
    .slice(0, mostSteps);
}

import type { Ranking } from '../../installer/ranking.ts';
import { publicKey } from '../../packaging/version.ts';
import type { ProjectFacts } from '../project.ts';
import type { RawReport } from '../rule.ts';
import type { LintedEntry } from './contest.ts';

/** How installers rank the files of one public version in one stack. */
export interface CandidateOrder {
  /** Normalised name. */
  readonly project: string;
  /** Without a label. */
  readonly version: string;
  /** As the configuration calls it; `null` for the folders of the command line. */
  readonly stack: string | null;
  /** Paths of the wheels that something was reported about. */
  readonly wheels: readonly string[];
  /** What `project==version` leads to, by target. */
  readonly rankings: readonly Ranking[];
}

/** Keeps the orders behind the findings that point to another file: the others have nothing to rank. */
export class CandidateOrders {
  readonly kept: CandidateOrder[] = [];

  /** @param reports of the project's rules */
  keep({ project, contests }: ProjectFacts, reports: readonly RawReport[]): void {
    const flagged = new Set(
      reports.filter(({ related = [] }) => related.length > 0).map(({ wheel }) => wheel.location.display),
    );
    if (flagged.size === 0) return;
    for (const contest of contests) {
      const entries = contest.wheels.filter(({ offer }) => flagged.has(offer.location));
      for (const group of Map.groupBy(entries, versionOf).values()) {
        const [first] = group;
        if (first === undefined) continue;
        const { version } = first.wheel.name;
        const rankings = contest.pinned(version);
        if (rankings.every(({ candidates }) => candidates.length < 2)) continue;
        const wheels = group.map(({ offer }) => offer.location);
        this.kept.push({
          project,
          version: version.public,
          stack: contest.stack.name ?? null,
          wheels,
          rankings,
        });
      }
    }
  }
}

function versionOf({ wheel }: LintedEntry): string {
  return publicKey(wheel.name.version);
}

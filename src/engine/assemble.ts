import type { IndexAnswer } from '../index/index-answer.ts';
import type { WheelFacts } from '../wheel/facts.ts';
import type { HashKind } from '../wheel/hash.ts';
import { compareWithIndexes } from './compare.ts';
import type { Contests } from './contest/contests.ts';
import { groupByProject } from './group.ts';
import { Listing } from './listing.ts';
import type { LockedWheels } from './locked-wheels.ts';
import type { ProjectFacts, WheelhouseFacts } from './project.ts';
import type { UpstreamMetadata } from './upstream-metadata.ts';

/** What only some rules ask for. */
export interface Beside {
  readonly locks?: LockedWheels | undefined;
  readonly upstream?: UpstreamMetadata | undefined;
}

/**
 * Puts wheels and index answers together, project by project.
 * @param answers by normalised project name
 * @param hash the hash of a wheel; asked at most once for each kind
 */
export async function assembleWheelhouse(
  wheels: readonly WheelFacts[],
  answers: ReadonlyMap<string, readonly IndexAnswer[]>,
  hash: (wheel: WheelFacts, kind: HashKind) => Promise<string | undefined>,
  contests: Contests,
  { locks, upstream }: Beside = {},
): Promise<WheelhouseFacts> {
  const projects = await Promise.all(
    [...groupByProject(wheels)].map(async ([project, group]): Promise<ProjectFacts> => {
      const known = answers.get(project) ?? [];
      const listings = known.map((answer) => new Listing(answer));
      const compared = await compareWithIndexes(group, listings, hash);
      const [locked = [], beside = []] = await Promise.all([
        locks?.of(compared, (wheel) => hash(wheel, 'sha256')),
        upstream?.of(project, compared, listings),
      ]);
      return {
        project,
        wheels: compared,
        answers: known,
        contests: await contests.of(project, compared, listings),
        locked,
        upstream: beside,
      };
    }),
  );
  return { wheels, projects };
}

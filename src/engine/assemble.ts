import type { IndexAnswer } from '../index/index-answer.ts';
import type { WheelFacts } from '../wheel/facts.ts';
import { compareWithIndexes } from './compare.ts';
import type { Contests } from './contest/contests.ts';
import { groupByProject } from './group.ts';
import { Listing } from './listing.ts';
import type { ProjectFacts, WheelhouseFacts } from './project.ts';

/**
 * Puts wheels and index answers together, project by project.
 * @param answers by normalised project name
 * @param hash the sha256 of a wheel; asked at most once for each
 */
export async function assembleWheelhouse(
  wheels: readonly WheelFacts[],
  answers: ReadonlyMap<string, readonly IndexAnswer[]>,
  hash: (wheel: WheelFacts) => Promise<string | undefined>,
  contests: Contests,
): Promise<WheelhouseFacts> {
  const projects = await Promise.all(
    [...groupByProject(wheels)].map(async ([project, group]): Promise<ProjectFacts> => {
      const known = answers.get(project) ?? [];
      const listings = known.map((answer) => new Listing(answer));
      const compared = await compareWithIndexes(group, listings, hash);
      return {
        project,
        wheels: compared,
        answers: known,
        contests: await contests.of(project, compared, listings),
      };
    }),
  );
  return { wheels, projects };
}

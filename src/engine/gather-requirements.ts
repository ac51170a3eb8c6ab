import type { IndexAnswer, PackageIndex } from '../index/index-answer.ts';
import type { WheelLocation } from '../wheel/facts.ts';
import { askProjects } from './ask-indexes.ts';
import { requiredProjects } from './closure/required.ts';
import { groupByProject } from './group.ts';
import { readAll } from './reading/read-all.ts';

/**
 * Asks indexes for the projects that wheels require, as the rule about unsatisfied requirements would.
 * @param answers what the indexes list of the wheels' own projects, by normalised name
 * @returns those and the new ones
 */
export async function gatherRequirements(
  locations: readonly WheelLocation[],
  answers: ReadonlyMap<string, readonly IndexAnswer[]>,
  indexes: readonly PackageIndex[],
  onAnswer: (done: number, total: number) => void,
): Promise<Map<string, readonly IndexAnswer[]>> {
  const wheels = [...groupByProject(await readAll(locations)).values()].flat();
  const required = requiredProjects(wheels);
  for (const project of answers.keys()) required.delete(project);
  return new Map([...answers, ...(await askProjects(required, indexes, onAnswer))]);
}

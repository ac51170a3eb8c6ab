import type { IndexAnswer, PackageIndex } from '../index/index-answer.ts';
import type { WheelLocation } from '../wheel/facts.ts';
import { parseWheelFilename } from '../wheel/filename.ts';

/**
 * Asks every index about every project of these wheels: their names say what to ask.
 * @param onAnswer told after each project
 * @returns by normalised name: the answers in the order of the indexes
 */
export async function askIndexes(
  locations: readonly WheelLocation[],
  indexes: readonly PackageIndex[],
  onAnswer: (done: number, total: number) => void,
): Promise<Map<string, IndexAnswer[]>> {
  return indexes.length === 0 ? new Map() : askProjects(questions(locations), indexes, onAnswer);
}

/**
 * Asks every index about every project.
 * @param versions of interest, by normalised project name
 * @param onAnswer told after each project
 * @returns by normalised name: the answers in the order of the indexes
 */
export async function askProjects(
  versions: ReadonlyMap<string, ReadonlySet<string>>,
  indexes: readonly PackageIndex[],
  onAnswer: (done: number, total: number) => void,
): Promise<Map<string, IndexAnswer[]>> {
  const answers = new Map<string, IndexAnswer[]>();
  let done = 0;
  await Promise.all(
    [...versions].map(async ([project, wanted]) => {
      answers.set(project, await Promise.all(indexes.map((index) => index.ask(project, [...wanted]))));
      done += 1;
      onAnswer(done, versions.size);
    }),
  );
  return answers;
}

/** Public versions of interest by project. */
function questions(locations: readonly WheelLocation[]): Map<string, Set<string>> {
  const versions = new Map<string, Set<string>>();
  for (const { filename } of locations) {
    const parsed = parseWheelFilename(filename);
    if (!parsed.ok) continue;
    const { project, version } = parsed.name;
    versions.set(project, (versions.get(project) ?? new Set()).add(version.public));
  }
  return versions;
}

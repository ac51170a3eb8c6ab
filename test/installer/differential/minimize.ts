import { compareWorld, type Difference } from './compare-world.ts';
import type { Pip } from './find-pip.ts';
import type { Playground } from './playground.ts';
import type { ProjectDeclaration, WorldDeclaration } from './scenario.ts';

/** Takes files away as long as pip and the model still choose differently. @returns the project without them */
export async function minimize(
  pip: Pip,
  playground: Playground,
  world: WorldDeclaration,
  { project }: Difference,
): Promise<ProjectDeclaration> {
  let least = project;
  for (const file of project.files) {
    if (least.hashes.includes(file) || least.files.length === 1) continue;
    const smaller = { ...least, files: least.files.filter((other) => other !== file) };
    const { differences } = await playground.with({ ...world, projects: [smaller] }, (written) =>
      compareWorld(pip, written),
    );
    if (differences.length > 0) least = smaller;
  }
  return least;
}

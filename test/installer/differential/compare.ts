import { type Comparison, compareWorld } from './compare-world.ts';
import { describeDifference } from './describe-difference.ts';
import type { Pip } from './find-pip.ts';
import { generateWorld } from './generate-world.ts';
import { minimize } from './minimize.ts';
import type { Playground } from './playground.ts';
import type { WorldDeclaration } from './scenario.ts';

/** Projects in one world: as many as one call of pip is asked for. */
export const projectsPerWorld = 40;

/** The numbers of a comparison, and what it found. */
export interface Tally extends Omit<Comparison, 'differences'> {
  readonly differences: readonly string[];
  /** Differences that were seen once, and not again. */
  readonly unsteady: readonly string[];
}

export const emptyTally: Tally = {
  installed: 0,
  failed: 0,
  crashed: 0,
  unasked: 0,
  differences: [],
  unsteady: [],
};

/** Compares pip with the model in the worlds with these numbers, one after the other. */
export async function* compareWorlds(
  pip: Pip,
  playground: Playground,
  seed: string,
  worlds: readonly number[],
): AsyncGenerator<Tally> {
  for (const world of worlds) {
    yield await compareOne(pip, playground, seed, worldOf(pip, seed, world));
  }
}

/** The world of one project: `p3-17` alone. @throws where the name is not of that form */
export function worldOfProject(pip: Pip, seed: string, name: string): WorldDeclaration {
  const [, world, project] = /^p(\d+)-(\d+)$/.exec(name) ?? [];
  if (world === undefined) throw new Error(`'${name}' is no project: write p3-17`);
  const whole = worldOf(pip, seed, Number(world), Number(project) + 1);
  return { ...whole, projects: whole.projects.slice(-1) };
}

/** Compares pip with the model in one world; each difference is made small before it is told. */
export async function compareOne(
  pip: Pip,
  playground: Playground,
  seed: string,
  world: WorldDeclaration,
): Promise<Tally> {
  const compare = (declaration: WorldDeclaration) =>
    playground.with(declaration, async (written) => {
      const comparison = await compareWorld(pip, written);
      const told = comparison.differences.map((difference) =>
        describeDifference(pip, written, difference, seed),
      );
      return { ...comparison, told };
    });
  const first = await compare(world);
  const differences: string[] = [];
  const unsteady: string[] = [];
  for (const [place, difference] of first.differences.entries()) {
    const project = await minimize(pip, playground, world, difference);
    const alone = await compare({ ...world, projects: [project] });
    // A busy machine ends a pip now and then. What is true happens again, if not alone, then among the others.
    const again = alone.differences.length > 0 ? alone : await compare(world);
    const isSteady = again.differences.some((other) => other.project.name === project.name);
    if (again === alone) differences.push(...alone.told);
    else (isSteady ? differences : unsteady).push(first.told[place] ?? project.name);
  }
  return { ...first, differences, unsteady };
}

export function add(a: Tally, b: Tally): Tally {
  return {
    installed: a.installed + b.installed,
    failed: a.failed + b.failed,
    crashed: a.crashed + b.crashed,
    unasked: a.unasked + b.unasked,
    differences: [...a.differences, ...b.differences],
    unsteady: [...a.unsteady, ...b.unsteady],
  };
}

/** A world by its seed and number. */
export function worldOf(
  { facts }: Pip,
  seed: string,
  world: number,
  projects = projectsPerWorld,
): WorldDeclaration {
  return generateWorld({ seed, world, projects }, facts);
}

import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Pip, targetOf } from './find-pip.ts';
import { type Prediction, predict } from './predict.ts';
import { runPip, type Taken } from './run-pip.ts';
import type { ProjectDeclaration } from './scenario.ts';
import type { WrittenFile, WrittenWorld } from './write-world.ts';

/** What pip did with one project. */
export type Answer = Taken | { readonly error: string };

/** A project for which pip and the model are at odds. */
export interface Difference {
  readonly project: ProjectDeclaration;
  readonly prediction: Prediction;
  readonly answer: Answer;
}

/** What came of comparing a world. */
export interface Comparison {
  readonly installed: number;
  readonly failed: number;
  /** Those at which pip crashes by a fault of its own. */
  readonly crashed: number;
  /** Those of which the model says that pip fails: each takes a call of its own, so that not all are made. */
  readonly unasked: number;
  readonly differences: readonly Difference[];
}

/** Calls of pip for projects of which the model says that they fail. */
const mostFailures = 3;
/** Differences in one world after which the others are not looked for one by one. */
const mostDifferences = 3;

/** Lets pip and the model choose for all projects of a world. */
export async function compareWorld(pip: Pip, world: WrittenWorld): Promise<Comparison> {
  const { projects, manylinux } = world.declaration;
  const target = targetOf(pip, manylinux);
  const predictions = new Map(projects.map((project) => [project, predict(world, project, target)]));
  const willFail = projects.filter((project) => predictions.get(project)?.file === undefined);
  const willInstall = projects.filter((project) => !willFail.includes(project));
  const asked = new Asking(pip, world);
  await asked.together(willInstall);
  for (const project of willFail.slice(0, mostFailures)) await asked.together([project]);
  const answers = [...asked.answers].filter(([, answer]) => !isCrash(answer));
  const differences = answers.flatMap(([project, answer]): Difference[] => {
    const prediction = predictions.get(project);
    return prediction === undefined || isSame(world, prediction, answer)
      ? []
      : [{ project, prediction, answer }];
  });
  const failed = answers.filter(([, answer]) => 'error' in answer).length;
  return {
    installed: answers.length - failed,
    failed,
    crashed: asked.answers.size - answers.length,
    unasked: projects.length - asked.answers.size,
    differences,
  };
}

/** Collects what pip answers. */
class Asking {
  readonly answers = new Map<ProjectDeclaration, Answer>();
  readonly #pip: Pip;
  readonly #world: WrittenWorld;
  #failures = 0;

  constructor(pip: Pip, world: WrittenWorld) {
    this.#pip = pip;
    this.#world = world;
  }

  /** One project without a file fails the whole call: then it is looked for by halves. */
  async together(projects: readonly ProjectDeclaration[]): Promise<void> {
    if (projects.length === 0) return;
    const outcome = await runPip(this.#pip, this.#world, projects);
    const [first] = projects;
    if ('taken' in outcome) {
      for (const project of projects) this.answers.set(project, this.#find(project, outcome.taken));
    } else if (projects.length === 1 && first !== undefined) {
      this.answers.set(first, outcome);
      this.#failures += 1;
    } else {
      const middle = Math.ceil(projects.length / 2);
      for (const half of [projects.slice(0, middle), projects.slice(middle)]) {
        if (this.#failures < mostDifferences) await this.together(half);
      }
    }
  }

  /** No two projects have files of the same content. */
  #find({ files }: ProjectDeclaration, taken: readonly Taken[]): Answer {
    const own = files.flatMap((file) => hashesOf(this.#world.files.get(file)));
    return taken.find(({ hash }) => own.includes(hash)) ?? { error: 'pip took no file, and did not fail' };
  }
}

/** What pip says where it is right to fail; anything else is a fault of the test. */
const failures =
  /No matching distribution|DO NOT MATCH THE HASHES|pinned with ==|Invalid requirement|Invalid specifier|different Python|ResolutionImpossible|invalid wheel|does not start with|Wheel .* is invalid|Invalid version|BadZip|Missing 'Version:'|NoneType|invalid metadata/i;

/** pip 26.0 does with `===1.0.0` where the best file is of `1.0`: it takes it for a fit, and later does not. */
function isCrash(answer: Answer): boolean {
  return 'error' in answer && answer.error.includes('InconsistentCandidate');
}

function hashesOf(written: WrittenFile | undefined): string[] {
  return written === undefined ? [] : [`sha256=${written.sha256}`, `md5=${written.md5}`];
}

function isSame({ files, root }: WrittenWorld, { file }: Prediction, answer: Answer): boolean {
  if ('error' in answer) return file === undefined && failures.test(answer.error);
  const written = file && files.get(file);
  if (written === undefined || !hashesOf(written).includes(answer.hash)) return false;
  return answer.url === undefined || pathOf(answer.url, root) === written.path;
}

/** The path of a file of the world, links followed, from the URL that pip has it from. */
export function pathOf(url: string, root: string): string {
  if (url.startsWith('file:')) return realpathSync(fileURLToPath(url));
  const below = decodeURIComponent(new URL(url).pathname).split('/').slice(2);
  return join(root, ...below);
}

import { dirname } from 'node:path';
import type { IndexAnswer, PackageIndex } from '../../index/index-answer.ts';
import { fitsPython } from '../../installer/exclude.ts';
import { markerEnvironmentAt } from '../../installer/marker-environment.ts';
import { placesFor } from '../../installer/places.ts';
import { bestTag } from '../../installer/supported-tags.ts';
import type { Target } from '../../installer/target.ts';
import type { MarkerEnvironment } from '../../packaging/marker.ts';
import { expandTags, formatTag } from '../../packaging/tags.ts';
import type { WheelFacts } from '../../wheel/facts.ts';
import { askProjects } from '../ask-indexes.ts';
import type { Contests } from '../contest/contests.ts';
import type { Unchecked } from '../finding.ts';
import { groupByProject } from '../group.ts';
import type { NamedWheel } from '../project.ts';
import { askedExtras, isMet, requirementsOf } from './asked.ts';
import { requiredProjects } from './required.ts';
import { suppliesOf } from './supplies.ts';
import type { Supply, Verdict } from './supply.ts';

/** A requirement of a local wheel that nothing satisfies in some places. */
export interface UnsatisfiedRequirement {
  readonly wheel: NamedWheel;
  /** 1-based line in METADATA. */
  readonly line: number;
  /** As it was written. */
  readonly text: string;
  readonly project: string;
  readonly verdict: Exclude<Verdict, 'met' | 'unknown'>;
  /** Targets of that verdict, at least one. */
  readonly targets: readonly Target[];
  /** All targets that take the wheel. */
  readonly allTargets: readonly Target[];
}

export interface Closure {
  readonly unsatisfied: readonly UnsatisfiedRequirement[];
  /** Required projects that a source could not be asked for. */
  readonly unchecked: readonly Unchecked[];
}

/**
 * Looks for a file for every requirement of the wheels: in the folders and pages of their stack and on the indexes, for
 * each target that takes the wheel.
 * @param answers that are known already, by normalised project name
 */
export async function closureOf(
  wheels: readonly WheelFacts[],
  contests: Pick<Contests, 'stacks' | 'linted' | 'settings'>,
  indexes: readonly PackageIndex[],
  answers: ReadonlyMap<string, readonly IndexAnswer[]>,
): Promise<Closure> {
  const named = [...groupByProject(wheels).values()].flat();
  const extras = askedExtras(named);
  const projects = requiredProjects(named, extras);
  const missing = new Map([...projects].filter(([project]) => !answers.has(project)));
  const listed = await askProjects(missing, indexes, () => undefined);
  const known = new Map([...answers, ...listed]);
  const unchecked = [...listed.values()].flatMap(unanswered);
  unchecked.sort((a, b) => (`${a.project} ${a.source}` < `${b.project} ${b.source}` ? -1 : 1));
  const unsatisfied: UnsatisfiedRequirement[] = [];
  for (const stack of contests.stacks) {
    const own = named.filter(({ location }) => {
      const folder = contests.linted.realPaths.get(dirname(location.path));
      return stack.folders.some(({ realPath }) => realPath === folder);
    });
    const supplies = await suppliesOf(new Set(projects.keys()), stack, own, known, contests);
    const targets = targetsOf(own, contests);
    for (const wheel of own) unsatisfied.push(...unsatisfiedOf(wheel, extras, supplies, targets));
  }
  return { unsatisfied, unchecked };
}

/** A target with what markers ask of it. */
interface MarkedTarget {
  readonly target: Target;
  readonly environment: MarkerEnvironment;
}

/** Every place that some wheel of the stack is for, because pure wheels are installed there as well. */
function targetsOf(wheels: readonly NamedWheel[], { settings }: Pick<Contests, 'settings'>): MarkedTarget[] {
  return placesFor(
    wheels.map(({ name }) => name),
    settings.places,
  ).flatMap((place) => {
    const environment = markerEnvironmentAt(place);
    return settings.pool.targetsAt(place).map((target) => ({ target, environment }));
  });
}

function unsatisfiedOf(
  wheel: NamedWheel,
  extras: ReadonlyMap<string, ReadonlySet<string>>,
  supplies: ReadonlyMap<string, Supply>,
  targets: readonly MarkedTarget[],
): UnsatisfiedRequirement[] {
  const requirements = requirementsOf(wheel, extras);
  if (requirements.length === 0) return [];
  const tags = expandTags(wheel.name).map(formatTag);
  const python = wheel.distInfo?.metadata?.requiresPython?.value;
  const own = targets.filter(
    ({ target }) =>
      bestTag(target.ranks, tags) !== undefined &&
      (python === undefined || fitsPython(python, target.place.interpreter)),
  );
  const allTargets = own.map(({ target }) => target);
  return requirements.flatMap(({ requirement, line }) => {
    const { text, project } = requirement;
    const verdicts = own
      .filter(({ environment }) => isMet(requirement, extras.get(wheel.name.project), environment) === true)
      .map(({ target }) => ({
        target,
        verdict: supplies.get(project)?.verdictFor(requirement, target) ?? 'unknown',
      }));
    return [...Map.groupBy(verdicts, ({ verdict }) => verdict)].flatMap(([verdict, group]) =>
      verdict === 'met' || verdict === 'unknown'
        ? []
        : [{ wheel, line, text, project, verdict, targets: group.map(({ target }) => target), allTargets }],
    );
  });
}

function unanswered(answers: readonly IndexAnswer[]): Unchecked[] {
  return answers.flatMap((answer) =>
    answer.status === 'unchecked'
      ? [{ project: answer.project, source: answer.source.url, reason: answer.reason }]
      : [],
  );
}

import type { WheelFacts } from '../wheel/facts.ts';
import type { NamedWheel } from './project.ts';

/** Wheels whose names parse, by normalised project name, projects in alphabetical order. */
export function groupByProject(wheels: readonly WheelFacts[]): Map<string, NamedWheel[]> {
  const groups = new Map<string, NamedWheel[]>();
  for (const wheel of wheels) {
    if (!isNamed(wheel)) continue;
    const group = groups.get(wheel.name.project);
    if (group === undefined) groups.set(wheel.name.project, [wheel]);
    else group.push(wheel);
  }
  return new Map([...groups].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function isNamed(wheel: WheelFacts): wheel is NamedWheel {
  return wheel.name !== undefined;
}

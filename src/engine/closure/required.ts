import { isPin } from '../../installer/request.ts';
import type { NamedWheel } from '../project.ts';
import { askedExtras, requirementsOf } from './asked.ts';

/** The projects that wheels require, each with the versions that are pinned, for indexes that are asked for versions. */
export function requiredProjects(
  wheels: readonly NamedWheel[],
  extras: ReadonlyMap<string, ReadonlySet<string>> = askedExtras(wheels),
): Map<string, Set<string>> {
  const required = new Map<string, Set<string>>();
  for (const wheel of wheels) {
    for (const { requirement } of requirementsOf(wheel, extras)) {
      const versions = required.get(requirement.project) ?? new Set();
      for (const specifier of requirement.specifiers) {
        if (isPin(specifier) && specifier.version !== undefined) versions.add(specifier.version.public);
      }
      required.set(requirement.project, versions);
    }
  }
  return required;
}

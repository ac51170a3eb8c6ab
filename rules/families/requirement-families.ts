import * as v from 'valibot';
import type { RuleSetting } from '../../src/engine/run-rules.ts';
import type { Requirement } from '../../src/packaging/requirement.ts';
import { familiesOf } from './known-families.ts';
import { expandCudaToolkit, isNvidiaLibrary } from './nvidia.ts';

/** What tells whether a requirement is one of a family. */
export type FamilyMember = Pick<Requirement, 'project' | 'extras' | 'specifiers'>;
export type FamilyTest = (requirement: FamilyMember) => boolean;

const isNvidia: FamilyTest = ({ project, extras, specifiers }) =>
  isNvidiaLibrary(project) ||
  (project === 'cuda-toolkit' && expandCudaToolkit(extras, specifiers[0]?.version?.release[0]).length > 0);

const configured = v.object({ families: v.optional(v.record(v.string(), v.array(v.string())), {}) });

/** Families of requirements by name: `nvidia`, and those of `system-requirement` as they are configured. */
export function requirementFamilies(rules: readonly RuleSetting[]): ReadonlyMap<string, FamilyTest> {
  const setting = rules.find(({ rule }) => rule.name === 'system-requirement');
  const { families } = v.parse(configured, setting?.options ?? {});
  const system = Array.from(familiesOf(families), ([name, { isMember }]): [string, FamilyTest] => [
    name,
    ({ project }) => isMember(project),
  ]);
  return new Map([['nvidia', isNvidia], ...system]);
}

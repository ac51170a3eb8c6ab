import type { Requirement } from '../../src/packaging/requirement.ts';
import { expandCudaToolkit, isNvidiaLibrary } from './nvidia.ts';

/** What tells whether a requirement is one of a family. */
export type FamilyMember = Pick<Requirement, 'project' | 'extras' | 'specifiers'>;

/** Families of requirements by the names that the command line has for them. */
export const requirementFamilies: Readonly<Record<string, (requirement: FamilyMember) => boolean>> = {
  nvidia: ({ project, extras, specifiers }) =>
    isNvidiaLibrary(project) ||
    (project === 'cuda-toolkit' && expandCudaToolkit(extras, specifiers[0]?.version?.release[0]).length > 0),
};

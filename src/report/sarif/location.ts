import type { ArtifactLocation, Location, PhysicalLocation } from 'sarif';
import type { Finding } from '../../engine/finding.ts';
import type { Excerpt, Recipe, ReportContext } from '../reporter.ts';
import { repositoryPath } from '../repository-path.ts';
import { excerptRegion } from './region.ts';

/** The root of the repository, named but not located: nothing of the machine is in the log. */
export const baseId = '%SRCROOT%';

/**
 * A path as the relative reference that GitHub wants: `/` separators, percent-encoded, never absolute, no `..`.
 * @see https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
 */
export function relativeUri(path: string): string {
  return path
    .split('/')
    .filter((segment) => segment !== '' && segment !== '.' && segment !== '..')
    .map((segment) => encodeURIComponent(segment.toWellFormed()))
    .join('/');
}

/** A path of a report from the root of the repository; of what lies outside as much as GitHub takes. */
function uriOf(path: string, { repository }: ReportContext): string {
  return relativeUri(repositoryPath(path, repository) ?? path);
}

export function artifactLocation(path: string, context: ReportContext): ArtifactLocation {
  return { uri: uriOf(path, context), uriBaseId: baseId };
}

/** A member of a wheel, as if the wheel were a folder: an address of its own, and a path that people can read. */
export function memberLocation(wheel: string, member: string, context: ReportContext): ArtifactLocation {
  return { uri: `${uriOf(wheel, context)}/${relativeUri(member)}`, uriBaseId: baseId };
}

/** A binary file has no lines, but GitHub wants a region: the start of the file. */
export function physicalLocation(path: string, context: ReportContext): PhysicalLocation {
  return {
    artifactLocation: artifactLocation(path, context),
    region: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 },
  };
}

/** Where a finding is shown: at the recipe that makes the wheel, else at the line in its member, else at the wheel. */
export interface Spot {
  readonly location: ArtifactLocation;
  readonly excerpt: Excerpt | undefined;
  readonly kind: 'recipe' | 'member' | 'wheel';
}

export function spotOf(finding: Finding, context: ReportContext): Spot {
  const { wheel, member } = finding;
  const recipe = recipeOf(finding, context);
  if (recipe !== undefined) {
    const location = artifactLocation(recipe.path, context);
    return { location, excerpt: recipe.excerpt, kind: 'recipe' };
  }
  const excerpt = context.scanning?.excerpts.get(finding);
  if (excerpt !== undefined && member !== null && relativeUri(member) !== '')
    return { location: memberLocation(wheel, member, context), excerpt, kind: 'member' };
  return { location: artifactLocation(wheel, context), excerpt: undefined, kind: 'wheel' };
}

/** GitHub takes no place outside the repository. */
function recipeOf({ wheel }: Finding, { scanning, repository }: ReportContext): Recipe | undefined {
  const recipe = scanning?.recipes.get(wheel);
  return recipe !== undefined && repositoryPath(recipe.path, repository) !== undefined ? recipe : undefined;
}

/** The one location of a result; the wheel and its member are its logical parts (SARIF 2.1.0 §3.28.4). */
export function primaryLocation(finding: Finding, context: ReportContext): Location {
  const { wheel, member } = finding;
  const { location, excerpt, kind } = spotOf(finding, context);
  const physical =
    excerpt === undefined
      ? physicalLocation(wheel, context)
      : { artifactLocation: location, ...excerptRegion(excerpt) };
  const name = kind === 'recipe' ? [wheel, ...(member === null ? [] : [member])].join('/') : member;
  return {
    physicalLocation: { ...physical, artifactLocation: location },
    ...(name === null ? {} : { logicalLocations: [{ fullyQualifiedName: name, kind: 'resource' }] }),
  };
}

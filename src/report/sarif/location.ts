import type { ArtifactLocation, Location, PhysicalLocation } from 'sarif';
import type { Finding } from '../../engine/finding.ts';

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

export function artifactLocation(path: string): ArtifactLocation {
  return { uri: relativeUri(path), uriBaseId: baseId };
}

/** A binary file has no lines, but GitHub wants a region: the start of the file. */
export function physicalLocation(path: string): PhysicalLocation {
  return {
    artifactLocation: artifactLocation(path),
    region: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 },
  };
}

/** The one location of a result: the wheel, and the member of the archive as its logical part (SARIF 2.1.0 §3.28.4). */
export function primaryLocation({ wheel, member }: Finding): Location {
  const location: Location = { physicalLocation: physicalLocation(wheel) };
  if (member !== null) location.logicalLocations = [{ fullyQualifiedName: member, kind: 'resource' }];
  return location;
}

import { evaluateMarker, type MarkerEnvironment } from '../../src/packaging/marker.ts';
import type { Requirement } from '../../src/packaging/requirement.ts';
import type { RequirementLine } from '../../src/wheel/dist-info/metadata.ts';

/** Packages that one requirement asks for. */
export interface AskedPackages {
  /** 1-based line in METADATA. */
  readonly line: number;
  readonly packages: readonly string[];
  /** Extras that ask for them; empty where every install does. */
  readonly extras: readonly string[];
}

/**
 * What a requirement asks for where its marker can hold.
 * @param packagesOf which of its packages are of interest; empty for none
 */
export function askedPackages(
  { line, parsed }: RequirementLine,
  environment: MarkerEnvironment,
  packagesOf: (requirement: Requirement) => readonly string[],
): AskedPackages[] {
  if (!parsed.ok) return [];
  const packages = packagesOf(parsed.requirement);
  if (packages.length === 0) return [];
  const { marker, markerExtras } = parsed.requirement;
  const holds = (extra: string): boolean =>
    !marker || evaluateMarker(marker, { ...environment, extra }) !== false;
  if (holds('')) return [{ line, packages, extras: [] }];
  const extras = markerExtras.filter(holds);
  return extras.length > 0 ? [{ line, packages, extras }] : [];
}

/** All packages, each once, in alphabetical order. */
export function listPackages(items: readonly AskedPackages[]): string {
  return [...new Set(items.flatMap(({ packages }) => packages))].sort().join(', ');
}

/** Requirements by the extras that ask for them, each group once. */
export function groupByExtras(asked: readonly AskedPackages[]): Map<string, AskedPackages[]> {
  return Map.groupBy(
    asked.filter(({ extras }) => extras.length > 0),
    ({ extras }) => [...extras].sort().join(', '),
  );
}

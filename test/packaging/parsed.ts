import type { Marker } from '../../src/packaging/marker.ts';
import { parseRequirement, type Requirement } from '../../src/packaging/requirement.ts';
import { parseSpecifiers, type Specifier } from '../../src/packaging/specifier.ts';
import { parseVersion, type Version } from '../../src/packaging/version.ts';

/** @throws where the text is no version */
export function version(text: string): Version {
  const parsed = parseVersion(text);
  if (parsed === undefined) throw new Error(`${text} is no version`);
  return parsed;
}

/** @throws where the text is no specifier set */
export function specifiers(text: string): readonly Specifier[] {
  const result = parseSpecifiers(text);
  if (!result.ok) throw new Error(result.reason);
  return result.specifiers;
}

/** @throws where the text is no requirement */
export function requirement(text: string): Requirement {
  const result = parseRequirement(text);
  if (!result.ok) throw new Error(result.reason);
  return result.requirement;
}

/** @throws where the text is no marker */
export function marker(text: string): Marker {
  const { marker: parsed } = requirement(`demo; ${text}`);
  if (parsed === undefined) throw new Error(`${text} is no marker`);
  return parsed;
}

/** The reason why a requirement is wrong. @throws where it is not */
export function reasonAgainst(text: string): string {
  const result = parseRequirement(text);
  if (result.ok) throw new Error(`${text} is a requirement`);
  return result.reason;
}

import { type MetadataFacts, requirementLine } from '../dist-info/metadata.ts';
import type { DistInfoFacts, WheelFacts, WheelLocation } from '../facts.ts';
import { parseWheelFilename } from '../filename.ts';

/** Part of the scope of what is kept: raise it when {@link KeptFacts} changes. */
export const FACTS_FORMAT = 1;

/** The facts of a wheel as JSON has them: without what its path tells, and requirements as texts. */
export interface KeptFacts
  extends Pick<WheelFacts, 'size' | 'mode' | 'problems' | 'memberCount' | 'nativeMembers'> {
  readonly distInfo: KeptDistInfo | undefined;
}

interface KeptDistInfo extends Omit<DistInfoFacts, 'metadata'> {
  readonly metadata: KeptMetadata | undefined;
}

interface KeptMetadata extends Omit<MetadataFacts, 'requirements'> {
  readonly requirements: readonly (readonly [line: number, text: string])[];
}

export function keptFacts({
  size,
  mode,
  problems,
  memberCount,
  nativeMembers,
  distInfo,
}: WheelFacts): KeptFacts {
  return { size, mode, problems, memberCount, nativeMembers, distInfo: distInfo && keptDistInfo(distInfo) };
}

function keptDistInfo({ metadata, ...rest }: DistInfoFacts): KeptDistInfo {
  if (metadata === undefined) return { ...rest, metadata };
  const requirements = metadata.requirements.map(({ line, parsed }): readonly [number, string] => [
    line,
    parsed.ok ? parsed.requirement.text : parsed.text,
  ]);
  return { ...rest, metadata: { ...metadata, requirements } };
}

/** @param kept what {@link keptFacts} gave, also by way of JSON */
export function factsOf(kept: KeptFacts, location: WheelLocation): WheelFacts {
  const { size, mode, problems, memberCount, nativeMembers, distInfo } = kept;
  const parsed = parseWheelFilename(location.filename);
  return {
    location,
    size,
    mode,
    name: parsed.ok ? parsed.name : undefined,
    nameProblem: parsed.ok ? undefined : parsed.reason,
    problems,
    memberCount,
    distInfo: distInfo && distInfoOf(distInfo),
    nativeMembers,
  };
}

function distInfoOf({ directory, dataFolders, metadata, wheel }: KeptDistInfo): DistInfoFacts {
  return { directory, dataFolders, metadata: metadata && metadataOf(metadata), wheel };
}

function metadataOf({
  member,
  name,
  version,
  requiresPython,
  requirements,
  extras,
}: KeptMetadata): MetadataFacts {
  return {
    member,
    name,
    version,
    requiresPython,
    requirements: requirements.map(([line, value]) => requirementLine({ value, line })),
    extras,
  };
}

import { detach } from '../../detach.ts';
import { isValidName, normalizeName } from '../../packaging/name.ts';
import { remember } from '../../packaging/remember.ts';
import { parseRequirement, type RequirementResult } from '../../packaging/requirement.ts';
import { type HeaderField, type Headers, parseHeaders } from './headers.ts';

/** A `Requires-Dist` line. */
export interface RequirementLine {
  /** 1-based line in METADATA. */
  readonly line: number;
  readonly parsed: RequirementResult;
}

/** A single field with its place. */
export interface MetadataField {
  readonly value: string;
  /** 1-based line in METADATA. */
  readonly line: number;
}

/** The fields of METADATA that the rules ask for. */
export interface MetadataFacts {
  /** Name of the member. */
  readonly member: string;
  readonly name: MetadataField | undefined;
  readonly version: MetadataField | undefined;
  readonly requiresPython: MetadataField | undefined;
  readonly requirements: readonly RequirementLine[];
  /** Normalised names of the extras that `Provides-Extra` declares; invalid ones are left out. */
  readonly extras: readonly string[];
}

/** @param member name of the METADATA member, for findings */
export function readMetadata(member: string, text: string): MetadataFacts {
  return metadataFacts(member, parseHeaders(text));
}

/** The same for headers that were read already. */
export function metadataFacts(member: string, { byName }: Headers): MetadataFacts {
  const first = (name: string): MetadataField | undefined => {
    const field = byName.get(name)?.[0];
    return field && { value: detach(field.value), line: field.line };
  };
  return {
    member,
    name: first('name'),
    version: first('version'),
    requiresPython: first('requires-python'),
    requirements: (byName.get('requires-dist') ?? []).map(requirementLine),
    extras: (byName.get('provides-extra') ?? []).flatMap(({ value }) =>
      isValidName(value) ? [nameOnce(value)] : [],
    ),
  };
}

export function requirementLine({ value, line }: Pick<HeaderField, 'value' | 'line'>): RequirementLine {
  return { line, parsed: parseOnce(value.includes('\n') ? value.replaceAll('\n', ' ') : value) };
}

/** `dev` and `test` are the extras of half of the wheels. */
const nameOnce = remember(10_000, normalizeName);

/** One object for all wheels that ask for the same. */
const parseOnce = remember(50_000, (text: string) => parseRequirement(text));

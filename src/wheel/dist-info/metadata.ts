import { parseRequirement, type RequirementResult } from '../../packaging/requirement.ts';
import { detach } from '../detach.ts';
import { type HeaderField, readHeaders } from './headers.ts';

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
}

/** @param member name of the METADATA member, for findings */
export function readMetadata(member: string, text: string): MetadataFacts {
  const fields = readHeaders(text);
  const first = (name: string): MetadataField | undefined => {
    const field = fields.find((candidate) => candidate.name === name);
    return field && { value: detach(field.value), line: field.line };
  };
  return {
    member,
    name: first('name'),
    version: first('version'),
    requiresPython: first('requires-python'),
    requirements: fields.filter(({ name }) => name === 'requires-dist').map(requirementLine),
  };
}

function requirementLine({ value, line }: HeaderField): RequirementLine {
  return { line, parsed: parseOnce(value.includes('\n') ? value.replaceAll('\n', ' ') : value) };
}

/** The wheels of one project ask for the same things again and again: one object for all of them. */
const parsedBefore = new Map<string, RequirementResult>();
const maxParsed = 50_000;

function parseOnce(value: string): RequirementResult {
  const known = parsedBefore.get(value);
  if (known !== undefined) return known;
  if (parsedBefore.size >= maxParsed) parsedBefore.clear();
  const text = detach(value);
  const parsed = parseRequirement(text);
  parsedBefore.set(text, parsed);
  return parsed;
}

import { detach } from '../../detach.ts';
import { remember } from '../../packaging/remember.ts';
import { parseRequirement, type RequirementResult } from '../../packaging/requirement.ts';
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

/** One object for all wheels that ask for the same. */
const parseOnce = remember(50_000, (text: string) => parseRequirement(text));

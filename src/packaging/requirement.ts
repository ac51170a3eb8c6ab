import { extrasOf, type Marker, type MarkerOperand, type MarkerOperator, markerVariables } from './marker.ts';
import { isValidName, normalizeName } from './name.ts';
import { quote } from './quote.ts';
import { type LabelsInRanges, parseSpecifiers, parseSpecifiersOnce, type Specifier } from './specifier.ts';

/**
 * A dependency specifier (PEP 508), parsed.
 * @see https://packaging.python.org/en/latest/specifications/dependency-specifiers/
 */
export interface Requirement {
  /** As it was written, without surrounding blanks. */
  readonly text: string;
  /** Normalised project name. */
  readonly project: string;
  /** Normalised extras, as asked for. */
  readonly extras: readonly string[];
  readonly specifiers: readonly Specifier[];
  /** The URL of a direct reference. */
  readonly url: string | undefined;
  readonly marker: Marker | undefined;
  /** Normalised extras that the marker asks for, each once: see {@link extrasOf}. */
  readonly markerExtras: readonly string[];
}

export type RequirementResult =
  | { readonly ok: true; readonly requirement: Requirement }
  | { readonly ok: false; readonly text: string; readonly reason: string };

/** A requirement that cannot be read; `message` is a clause for people. */
class RequirementError extends Error {}

/** Nesting of parentheses in a marker past which it is refused, so that no text can exhaust the stack. */
const maxDepth = 50;

function specifiersWithLabels(text: string) {
  return parseSpecifiers(text, 'compared');
}

/** Parses a requirement; a wrong one gives the reason, never an exception. */
export function parseRequirement(text: string, labels: LabelsInRanges = 'refused'): RequirementResult {
  try {
    return { ok: true, requirement: new RequirementParser(text.trim(), labels).parse() };
  } catch (error) {
    if (error instanceof RequirementError) return { ok: false, text: text.trim(), reason: error.message };
    throw error;
  }
}

/** Recursive descent over one line. */
class RequirementParser {
  readonly #text: string;
  readonly #labels: LabelsInRanges;
  #position = 0;
  #depth = 0;

  constructor(text: string, labels: LabelsInRanges) {
    this.#text = text;
    this.#labels = labels;
  }

  parse(): Requirement {
    const name = this.#take(/[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?/iy, 'a project name');
    const extras = this.#extras();
    const url = this.#has('@') ? this.#take(/[^\s]+/y, 'a URL after @') : undefined;
    const specifiers = url === undefined ? this.#specifiers() : [];
    const marker = this.#has(';') ? this.#or() : undefined;
    this.#blanks();
    if (this.#position < this.#text.length) {
      throw new RequirementError(`${quote(this.#text.slice(this.#position))} was not expected at the end`);
    }
    const markerExtras = marker === undefined ? [] : [...new Set(extrasOf(marker))];
    return {
      text: this.#text,
      project: normalizeName(name),
      extras,
      specifiers,
      url,
      marker,
      markerExtras,
    };
  }

  #extras(): string[] {
    const extras: string[] = [];
    if (!this.#has('[')) return extras;
    if (this.#has(']')) return extras;
    do {
      const extra = this.#take(/[a-z0-9._-]+/iy, 'the name of an extra');
      if (!isValidName(extra)) throw new RequirementError(`${quote(extra)} is not the name of an extra`);
      extras.push(normalizeName(extra));
    } while (this.#has(','));
    if (!this.#has(']')) throw new RequirementError("the list of extras has no ']'");
    return extras;
  }

  #specifiers(): readonly Specifier[] {
    const parenthesised = this.#has('(');
    this.#blanks();
    const text = this.#match(/[^;()]*/y) ?? '';
    const parse = this.#labels === 'refused' ? parseSpecifiersOnce : specifiersWithLabels;
    const result = parse(text.trim());
    if (!result.ok) throw new RequirementError(result.reason);
    if (parenthesised && !this.#has(')')) throw new RequirementError("the specifier has no ')'");
    return result.specifiers;
  }

  #or(): Marker {
    const first = this.#and();
    const terms = [first];
    while (this.#match(/[ \t]*or\b/y) !== undefined) terms.push(this.#and());
    return terms.length === 1 ? first : { kind: 'or', terms };
  }

  #and(): Marker {
    const first = this.#term();
    const terms = [first];
    while (this.#match(/[ \t]*and\b/y) !== undefined) terms.push(this.#term());
    return terms.length === 1 ? first : { kind: 'and', terms };
  }

  #term(): Marker {
    if (!this.#has('(')) return this.#comparison();
    this.#depth += 1;
    if (this.#depth > maxDepth) throw new RequirementError('the marker is nested too deep');
    const inner = this.#or();
    this.#depth -= 1;
    if (!this.#has(')')) throw new RequirementError("the marker has no ')'");
    return inner;
  }

  #comparison(): Marker {
    const left = this.#operand();
    this.#blanks();
    const operator = this.#take(/===|~=|==|!=|<=|>=|<|>|in\b|not\s+in\b/y, 'a comparison in the marker');
    const right = this.#operand();
    if (left.kind === 'literal' && right.kind === 'literal') {
      throw new RequirementError('the marker compares two texts');
    }
    return { kind: 'compare', left, operator: asOperator(operator), right };
  }

  #operand(): MarkerOperand {
    this.#blanks();
    const quoted = this.#match(/'[^']*'|"[^"]*"/y);
    if (quoted !== undefined) return { kind: 'literal', text: quoted.slice(1, -1) };
    const word = this.#take(/[a-z_.]+/y, 'a variable or a quoted text in the marker');
    // `os.name` and its like are PEP 345's spellings, still found in old METADATA.
    const spelling =
      word === 'python_implementation' ? 'platform_python_implementation' : word.replace('.', '_');
    const name = markerVariables.find((variable) => variable === spelling);
    if (name === undefined) throw new RequirementError(`${quote(word)} is not a marker variable`);
    return { kind: 'variable', name };
  }

  #has(character: string): boolean {
    this.#blanks();
    if (this.#text[this.#position] !== character) return false;
    this.#position += 1;
    return true;
  }

  #blanks(): void {
    this.#match(/[ \t]*/y);
  }

  #take(pattern: RegExp, expected: string): string {
    this.#blanks();
    const found = this.#match(pattern);
    if (found !== undefined) return found;
    const rest = this.#text.slice(this.#position);
    throw new RequirementError(
      rest === '' ? `${expected} is missing at the end` : `${expected} was expected at ${quote(rest)}`,
    );
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#position;
    const found = pattern.exec(this.#text)?.[0];
    if (found === undefined) return undefined;
    this.#position += found.length;
    return found;
  }
}

function asOperator(text: string): MarkerOperator {
  switch (text) {
    case '===':
    case '~=':
    case '==':
    case '!=':
    case '<=':
    case '>=':
    case '<':
    case '>':
    case 'in':
      return text;
    default:
      return 'not in';
  }
}

import type { Marker, MarkerOperand, MarkerOperator } from './marker.ts';
import { normalizeName } from './name.ts';
import type { Requirement } from './requirement.ts';
import type { Specifier } from './specifier.ts';

/** A text that two requirements share where they ask for the same: neither order nor spelling makes a difference. */
export function requirementKey({ project, extras, specifiers, url, marker }: Requirement): string {
  const parts = [project, sorted(extras), url ?? specifiersKey(specifiers), markerKey(marker)];
  return JSON.stringify(parts);
}

/** The same for the clauses of a specifier set. */
export function specifiersKey(specifiers: readonly Specifier[]): string {
  return sorted(specifiers.map(specifierKey));
}

/** The same for a marker. */
export function markerKey(marker: Marker | undefined): string {
  if (marker === undefined) return '';
  if (marker.kind === 'compare') return comparisonKey(marker.left, marker.operator, marker.right);
  const keys = new Set(marker.terms.flatMap((term) => termKeys(term, marker.kind)));
  const [only = ''] = keys;
  return keys.size === 1 ? only : `(${[...keys].sort().join(` ${marker.kind} `)})`;
}

/** `a and (b and c)` is `a and b and c`. */
function termKeys(term: Marker, kind: 'and' | 'or'): string[] {
  return term.kind === kind ? term.terms.flatMap((inner) => termKeys(inner, kind)) : [markerKey(term)];
}

/** `~=1.0` asks for less than `~=1.0.0`, and `==1.0.*` too; elsewhere trailing zeros say nothing. */
function specifierKey({ operator, text, version, wildcard }: Specifier): string {
  if (version === undefined || operator === '===') return `${operator}${text.toLowerCase()}`;
  if (wildcard) return `${operator}${version.normal}.*`;
  return operator + (operator === '~=' ? version.normal : version.key);
}

const mirrored: Partial<Readonly<Record<MarkerOperator, MarkerOperator>>> = {
  '==': '==',
  '!=': '!=',
  '===': '===',
  '<': '>',
  '>': '<',
  '<=': '>=',
  '>=': '<=',
};

/** The variable first, where the operator has a mirror image. */
function comparisonKey(left: MarkerOperand, operator: MarkerOperator, right: MarkerOperand): string {
  const turned = mirrored[operator];
  if (left.kind === 'literal' && right.kind === 'variable' && turned !== undefined) {
    return comparisonKey(right, turned, left);
  }
  const isOfNames = [left, right].some(
    (side) => side.kind === 'variable' && ['extra', 'extras', 'dependency_groups'].includes(side.name),
  );
  const sides = [left, right].map((side) => {
    if (side.kind === 'variable') return side.name;
    return JSON.stringify(isOfNames ? normalizeName(side.text) : side.text);
  });
  return `${sides[0]} ${operator} ${sides[1]}`;
}

function sorted(texts: readonly string[]): string {
  return [...new Set(texts)].sort().join(',');
}

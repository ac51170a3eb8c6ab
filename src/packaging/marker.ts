import { normalizeName } from './name.ts';
import { matchesSpecifiers, parseSpecifiers } from './specifier.ts';
import { parseVersion } from './version.ts';

export const markerVariables = [
  'python_version',
  'python_full_version',
  'os_name',
  'sys_platform',
  'platform_release',
  'platform_system',
  'platform_version',
  'platform_machine',
  'platform_python_implementation',
  'implementation_name',
  'implementation_version',
  'extra',
  'extras',
  'dependency_groups',
] as const;
export type MarkerVariable = (typeof markerVariables)[number];

export type MarkerOperator = '===' | '~=' | '==' | '!=' | '<=' | '>=' | '<' | '>' | 'in' | 'not in';

/** One side of a comparison. */
export type MarkerOperand =
  | { readonly kind: 'variable'; readonly name: MarkerVariable }
  | { readonly kind: 'literal'; readonly text: string };

/**
 * An environment marker as a tree; a chain of one operator is one node, so that its depth is that of the parentheses.
 * @see https://packaging.python.org/en/latest/specifications/dependency-specifiers/#environment-markers
 */
export type Marker =
  | { readonly kind: 'and' | 'or'; readonly terms: readonly Marker[] }
  | {
      readonly kind: 'compare';
      readonly left: MarkerOperand;
      readonly operator: MarkerOperator;
      readonly right: MarkerOperand;
    };

/** Values of the variables that are known. */
export type MarkerEnvironment = Partial<Readonly<Record<MarkerVariable, string>>>;

/**
 * Evaluates a marker where only some variables are known.
 * @returns `undefined` where the answer depends on an unknown variable
 */
export function evaluateMarker(marker: Marker, environment: MarkerEnvironment): boolean | undefined {
  if (marker.kind === 'compare') return evaluateComparison(marker, environment);
  const decisive = marker.kind === 'or';
  let answer: boolean | undefined = !decisive;
  for (const term of marker.terms) {
    const value = evaluateMarker(term, environment);
    if (value === decisive) return decisive;
    if (value === undefined) answer = undefined;
  }
  return answer;
}

type Comparison = Extract<Marker, { kind: 'compare' }>;

function evaluateComparison(
  { left, operator, right }: Comparison,
  environment: MarkerEnvironment,
): boolean | undefined {
  const leftText = textOf(left, environment);
  const rightText = textOf(right, environment);
  if (leftText === undefined || rightText === undefined) return undefined;
  if (hasName(left, versionVariables) || hasName(right, versionVariables)) {
    return compareVersionTexts(leftText, operator, rightText);
  }
  if (!hasName(left, setVariables) && !hasName(right, setVariables)) {
    return compareTexts(leftText, operator, rightText);
  }
  const [leftName, rightName] = [normalizeName(leftText), normalizeName(rightText)];
  // `extras` is a set, and the one name of the environment is all of it.
  if (right.kind === 'variable' && right.name !== 'extra' && operator.endsWith('in')) {
    return (leftName === rightName) === (operator === 'in');
  }
  return compareTexts(leftName, operator, rightName);
}

function textOf(operand: MarkerOperand, environment: MarkerEnvironment): string | undefined {
  if (operand.kind === 'literal') return operand.text;
  return environment[operand.name] ?? (operand.name === 'extras' ? environment.extra : undefined);
}

function hasName(operand: MarkerOperand, names: ReadonlySet<MarkerVariable>): boolean {
  return operand.kind === 'variable' && names.has(operand.name);
}

/** Variables whose values compare as versions where they are some. */
const versionVariables: ReadonlySet<MarkerVariable> = new Set([
  'python_version',
  'python_full_version',
  'implementation_version',
  'platform_release',
]);

/** Variables whose values compare in the normal form of names. */
const setVariables: ReadonlySet<MarkerVariable> = new Set(['extra', 'extras', 'dependency_groups']);

function compareVersionTexts(left: string, operator: MarkerOperator, right: string): boolean {
  const isSpecifier = operator !== 'in' && operator !== 'not in' && !right.includes(',');
  const specifiers = isSpecifier ? parseSpecifiers(operator + right) : undefined;
  if (!specifiers?.ok) return compareTexts(left, operator, right);
  const version = parseVersion(left.trim());
  return version !== undefined && matchesSpecifiers(specifiers.specifiers, version);
}

/** Texts have no order: as for `packaging` since 26.0, `<=` and `>=` hold for equal ones, `<` and `>` never. */
function compareTexts(left: string, operator: MarkerOperator, right: string): boolean {
  switch (operator) {
    case 'in':
      return right.includes(left);
    case 'not in':
      return !right.includes(left);
    case '!=':
      return left !== right;
    case '==':
    case '===':
    case '<=':
    case '>=':
      return left === right;
    case '<':
    case '>':
    case '~=':
      return false;
  }
}

/** The extras that a marker asks for with `extra == '…'`, normalised, in order. */
export function extrasOf(marker: Marker): string[] {
  if (marker.kind !== 'compare') return marker.terms.flatMap(extrasOf);
  const sides = [marker.left, marker.right];
  const asksForExtra = sides.some((side) => side.kind === 'variable' && side.name.startsWith('extra'));
  if (!asksForExtra || marker.operator === '!=' || marker.operator === 'not in') return [];
  return sides.flatMap((side) => (side.kind === 'literal' ? [normalizeName(side.text)] : []));
}

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

/** An environment marker as a tree. @see https://packaging.python.org/en/latest/specifications/dependency-specifiers/#environment-markers */
export type Marker =
  | { readonly kind: 'and' | 'or'; readonly left: Marker; readonly right: Marker }
  | {
      readonly kind: 'compare';
      readonly left: MarkerOperand;
      readonly operator: MarkerOperator;
      readonly right: MarkerOperand;
    };

/** Values of the variables that are known; `extra` may be several names at once. */
export type MarkerEnvironment = Partial<Readonly<Record<MarkerVariable, string>>>;

/**
 * Evaluates a marker where only some variables are known.
 * @returns `undefined` where the answer depends on an unknown variable
 */
export function evaluateMarker(marker: Marker, environment: MarkerEnvironment): boolean | undefined {
  if (marker.kind === 'compare') return evaluateComparison(marker, environment);
  const left = evaluateMarker(marker.left, environment);
  const right = evaluateMarker(marker.right, environment);
  const decisive = marker.kind === 'or';
  if (left === decisive || right === decisive) return decisive;
  return left === undefined || right === undefined ? undefined : !decisive;
}

type Comparison = Extract<Marker, { kind: 'compare' }>;

function evaluateComparison(
  { left, operator, right }: Comparison,
  environment: MarkerEnvironment,
): boolean | undefined {
  const isExtra = [left, right].some((side) => side.kind === 'variable' && side.name.startsWith('extra'));
  const leftText = textOf(left, environment);
  const rightText = textOf(right, environment);
  if (leftText === undefined || rightText === undefined) return undefined;
  return isExtra
    ? compareTexts(normalizeName(leftText), operator, normalizeName(rightText))
    : compare(leftText, operator, rightText);
}

function textOf(operand: MarkerOperand, environment: MarkerEnvironment): string | undefined {
  return operand.kind === 'literal' ? operand.text : environment[operand.name];
}

/** As versions where the right side makes a specifier, else as texts. */
function compare(left: string, operator: MarkerOperator, right: string): boolean {
  if (operator !== 'in' && operator !== 'not in') {
    const specifiers = parseSpecifiers(operator + right);
    const version = parseVersion(left);
    if (specifiers.ok && version !== undefined) return matchesSpecifiers(specifiers.specifiers, version);
  }
  return compareTexts(left, operator, right);
}

function compareTexts(left: string, operator: MarkerOperator, right: string): boolean {
  switch (operator) {
    case 'in':
      return right.includes(left);
    case 'not in':
      return !right.includes(left);
    case '==':
    case '===':
      return left === right;
    case '!=':
      return left !== right;
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    case '>=':
      return left >= right;
    case '~=':
      return false;
  }
}

/** The extras that a marker asks for with `extra == '…'`, normalised, in order. */
export function extrasOf(marker: Marker): string[] {
  if (marker.kind !== 'compare') return [...extrasOf(marker.left), ...extrasOf(marker.right)];
  const sides = [marker.left, marker.right];
  const isExtra = sides.some((side) => side.kind === 'variable' && side.name.startsWith('extra'));
  if (!isExtra || marker.operator === '!=' || marker.operator === 'not in') return [];
  return sides.flatMap((side) => (side.kind === 'literal' ? [normalizeName(side.text)] : []));
}

import { quote } from './quote.ts';
import { exceptionIds, licenseIds } from './spdx-identifiers.ts';

/** Texts longer than this are no license expression; the longest honest ones have some hundred characters. */
const maxLength = 10_000;

let licenses: ReadonlySet<string> | undefined;
let exceptions: ReadonlySet<string> | undefined;

function lowerCaseSet(ids: string): ReadonlySet<string> {
  return new Set(ids.toLowerCase().split(' '));
}

/**
 * What is wrong with an SPDX license expression, as a clause; `undefined` where nothing is. Upper and lower case are the
 * same, as for PyPI.
 * @see https://packaging.python.org/en/latest/specifications/license-expression/
 */
export function licenseExpressionProblem(text: string): string | undefined {
  if (text.length > maxLength) return 'it is too long';
  const tokens = text.toLowerCase().match(/[()]|[^()\s]+/g) ?? [];
  if (tokens.length === 0) return 'it is empty';
  return shapeProblem(tokens) ?? nameProblem(tokens);
}

/** Whether operands, operators and parentheses follow each other as they must. */
function shapeProblem(tokens: readonly string[]): string | undefined {
  let open = 0;
  let wantsOperand = true;
  let before = '';
  for (const token of tokens) {
    const isOperator = token === 'and' || token === 'or' || token === 'with';
    if (wantsOperand && (isOperator || token === ')')) return `a license is missing before ${quote(token)}`;
    if (!wantsOperand && !isOperator && token !== ')')
      return `AND or OR is missing between ${quote(before)} and ${quote(token)}`;
    if (token === '(') open += 1;
    else if (token === ')') open -= 1;
    else wantsOperand = isOperator;
    if (open < 0) return "a ')' has no '('";
    before = token;
  }
  if (open > 0) return "a '(' has no ')'";
  return wantsOperand ? 'a license is missing at its end' : undefined;
}

function nameProblem(tokens: readonly string[]): string | undefined {
  licenses ??= lowerCaseSet(licenseIds);
  exceptions ??= lowerCaseSet(exceptionIds);
  let before = '';
  for (const token of tokens) {
    const isName = !/^(?:and|or|with|[()])$/.test(token);
    if (isName && before === 'with') {
      if (!exceptions.has(token)) return `${quote(token)} is not an exception that SPDX lists`;
    } else if (isName) {
      const name = token.endsWith('+') ? token.slice(0, -1) : token;
      const isKnown = name.startsWith('licenseref-') ? /^[a-z0-9.-]+$/.test(name) : licenses.has(name);
      if (!isKnown) return `${quote(token)} is not a license that SPDX lists`;
    }
    before = token;
  }
  return undefined;
}

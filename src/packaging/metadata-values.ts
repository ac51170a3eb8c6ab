import { contentTypeProblem } from './content-type.ts';
import { coreFields } from './core-metadata.ts';
import { emailProblem } from './email-address.ts';
import { isValidName } from './name.ts';
import { quote } from './quote.ts';
import { parseRequirement } from './requirement.ts';
import { isWebAddress } from './web-address.ts';

/** Characters that PyPI takes of a summary. */
const maxSummary = 512;
const maxLabel = 32;

type Check = (value: string) => string | undefined;

/**
 * What PyPI finds wrong with the value of a field, by the name of the field in lower case: a clause, `undefined` where
 * nothing is wrong. Names, versions, licenses and requirements have rules of their own.
 * @see https://github.com/pypi/warehouse/blob/6b6215712/warehouse/forklift/metadata.py
 * @see https://github.com/pypa/packaging/blob/053c8846/src/packaging/metadata.py
 */
export const valueChecks: ReadonlyMap<string, Check> = new Map([
  ['summary', summaryProblem],
  ['description-content-type', contentTypeProblem],
  ['author-email', emailProblem],
  ['maintainer-email', emailProblem],
  ['home-page', addressProblem],
  ['download-url', addressProblem],
  ['project-url', projectUrlProblem],
  ['provides-extra', extraProblem],
  ['dynamic', dynamicProblem],
  ['provides-dist', distProblem],
  ['obsoletes-dist', distProblem],
  ['import-name', (value) => (value === '' ? undefined : importProblem(value))],
  ['import-namespace', importProblem],
]);

function summaryProblem(value: string): string | undefined {
  if (value.includes('\n')) return 'it is longer than one line';
  return value.length > maxSummary
    ? `it is longer than ${maxSummary} characters (${value.length})`
    : undefined;
}

function addressProblem(value: string): string | undefined {
  return isWebAddress(value) ? undefined : 'it is no http or https URL';
}

function projectUrlProblem(value: string): string | undefined {
  const comma = value.indexOf(',');
  const label = (comma === -1 ? value : value.slice(0, comma)).trim();
  if (label === '') return 'its label is missing';
  if (label.length > maxLabel) return `its label is longer than ${maxLabel} characters`;
  if (comma === -1) return "it has no ',' between a label and a URL";
  return addressProblem(value.slice(comma + 1).trim());
}

function extraProblem(value: string): string | undefined {
  return isValidName(value) ? undefined : 'it is not the name of an extra';
}

/** These say which file it is, and may not change. */
const neverDynamic: ReadonlySet<string> = new Set(['metadata-version', 'name', 'version', 'dynamic']);

function dynamicProblem(value: string): string | undefined {
  const name = value.toLowerCase();
  if (neverDynamic.has(name)) return 'this field cannot be dynamic';
  return coreFields.has(name) ? undefined : 'there is no such field';
}

function distProblem(value: string): string | undefined {
  const parsed = parseRequirement(value);
  if (!parsed.ok) return parsed.reason;
  return parsed.requirement.url === undefined ? undefined : 'it names a URL';
}

const keywords: ReadonlySet<string> = new Set(
  (
    'False None True and as assert async await break class continue def del elif else except finally for from global ' +
    'if import in is lambda nonlocal not or pass raise return try while with yield'
  ).split(' '),
);

function importProblem(value: string): string | undefined {
  const [name = '', ...options] = value.split(';');
  for (const part of name.trimEnd().split('.')) {
    if (!/^[\p{XID_Start}_]\p{XID_Continue}*$/u.test(part)) return `${quote(part)} is no identifier`;
    if (keywords.has(part)) return `${quote(part)} is a keyword of Python`;
  }
  return options.length === 0 || (options.length === 1 && options[0]?.trim() === 'private')
    ? undefined
    : "only 'private' can stand behind its ';'";
}

import type { BaseIssue } from 'valibot';
import { didYouMean } from '../suggest.ts';

/** What valibot calls the types that TOML has. */
const words: Readonly<Record<string, string>> = {
  string: 'a text',
  boolean: 'true or false',
  number: 'a number',
  Array: 'a list',
  Object: 'a table',
  '(string | Date)': 'a date',
};

/** What is wrong with one value, as a sentence that names the nearest right one. @param name the key in quotes, or more */
export function explainIssue(issue: BaseIssue<unknown>, name: string): string {
  const choices = issue.type === 'picklist' || issue.type === 'literal' ? choicesOf(issue) : [];
  if (choices.length > 0) {
    const hint = typeof issue.input === 'string' ? didYouMean(issue.input, choices) : '';
    return `${name} cannot be ${describe(issue.input)}.${hint || ` It is one of: ${choices.join(', ')}.`}`;
  }
  if (!issue.message.startsWith('Invalid ')) return `${name} does not fit: ${issue.message}.`;
  const expected = words[issue.expected ?? ''];
  if (expected === undefined) return `${name} does not fit: ${issue.message}.`;
  return `${name} has to be ${expected}, not ${describe(issue.input)}.`;
}

function choicesOf({ expected }: BaseIssue<unknown>): string[] {
  return expected?.replace(/[()"]/g, '').split(' | ') ?? [];
}

function describe(value: unknown): string {
  if (typeof value === 'string') return `'${value}'`;
  if (Array.isArray(value)) return 'a list';
  if (value instanceof Date) return 'a date';
  return typeof value === 'object' ? 'a table' : String(value);
}

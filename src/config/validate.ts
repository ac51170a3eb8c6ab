import { type BaseIssue, getDotPath, safeParse } from 'valibot';
import { UsageError } from '../errors.ts';
import { didYouMean } from '../suggest.ts';
import { explainIssue } from './explain-issue.ts';
import type { FoundConfig } from './find-config.ts';
import { type ConfigFile, configSchema } from './schema.ts';

const knownKeys: Readonly<Record<string, readonly string[]>> = {
  '': Object.keys(configSchema.entries),
  ignore: ['rule', 'wheel', 'member', 'reason', 'until'],
  index: ['url', 'api', 'forbidden'],
  credentials: ['url', 'username-env', 'password-env'],
  stack: ['name', 'find-links'],
  sarif: ['location'],
  target: ['installers', 'python', 'platform', 'glibc', 'manylinux'],
};

/** @throws {UsageError} naming the key, and the nearest right one where it is not known */
export function validateConfig({ path, table }: FoundConfig): ConfigFile {
  const result = safeParse(configSchema, table);
  if (result.success) return result.output;
  // A mistyped key is also a missing one; what was typed says more.
  const issue = result.issues.find(isUnknownKey) ?? result.issues[0];
  throw new UsageError(`${path}: ${explain(issue)}`);
}

function isUnknownKey({ type, expected }: BaseIssue<unknown>): boolean {
  return type === 'strict_object' && expected === 'never';
}

function explain(issue: BaseIssue<unknown>): string {
  const path = getDotPath(issue) ?? '';
  const keys = path.split('.');
  const key = keys.at(-1) ?? '';
  if (isUnknownKey(issue)) {
    const known = knownKeys[keys.length === 1 ? '' : (keys[0] ?? '')] ?? [];
    return `there is no key '${path}'.${didYouMean(key, known) || ` Known here: ${known.join(', ')}.`}`;
  }
  if (issue.type === 'strict_object' && issue.input === undefined) return `the key '${path}' is missing.`;
  if (issue.type === 'array' && ['ignore', 'index', 'credentials', 'stack'].includes(path)) {
    return `'${path}' has to be a list of tables: write [[${path}]].`;
  }
  return explainIssue(issue, `'${path}'`);
}

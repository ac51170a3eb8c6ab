import { type BaseIssue, getDotPath, safeParse } from 'valibot';
import { UsageError } from '../errors.ts';
import { didYouMean } from '../suggest.ts';
import type { FoundConfig } from './find-config.ts';
import { type ConfigFile, configSchema } from './schema.ts';

const knownKeys: Readonly<Record<string, readonly string[]>> = {
  '': Object.keys(configSchema.entries),
  ignore: ['rule', 'wheel', 'member', 'reason', 'until'],
  index: ['url', 'api'],
};

/** @throws {UsageError} naming the key, and the nearest right one where it is not known */
export function validateConfig({ path, table }: FoundConfig): ConfigFile {
  const result = safeParse(configSchema, table);
  if (result.success) return result.output;
  throw new UsageError(`${path}: ${explain(result.issues[0])}`);
}

function explain(issue: BaseIssue<unknown>): string {
  const path = getDotPath(issue) ?? '';
  const keys = path.split('.');
  const key = keys.at(-1) ?? '';
  const isUnknownKey = issue.type === 'strict_object' && issue.expected === 'never';
  if (isUnknownKey) {
    const known = knownKeys[keys.length === 1 ? '' : (keys[0] ?? '')] ?? [];
    return `there is no key '${path}'.${didYouMean(key, known) || ` Known here: ${known.join(', ')}.`}`;
  }
  if (issue.type === 'strict_object') return `the key '${path}' is missing.`;
  if (issue.type === 'picklist') {
    const choices = issue.expected?.replace(/[()"]/g, '').split(' | ') ?? [];
    const received = issue.received.replaceAll('"', '');
    return `'${path}' cannot be '${received}'.${didYouMean(received, choices) || ` It is one of: ${choices.join(', ')}.`}`;
  }
  return `'${path}' does not fit: ${issue.message}.`;
}

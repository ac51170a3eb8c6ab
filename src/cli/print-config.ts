import { getDefaults } from 'valibot';
import type { Config } from '../config/config.ts';
import { jsonText } from '../report/json-text.ts';

/** What is in force, as JSON: with the defaults of every option, for people who wonder why a rule is quiet. */
export function printedConfig({ path, preset, label, indexes, rules, ignores }: Config): string {
  const settings = rules.map(({ rule, severity, options }) => [
    rule.name,
    { code: rule.code, severity, ...getDefaults(rule.optionsSchema), ...options },
  ]);
  const printed = {
    config: path ?? null,
    preset,
    label: label ?? null,
    indexes: indexes.map(withoutCredentials),
    rules: Object.fromEntries(settings),
    ignore: ignores.map(({ rule, wheel, member, reason, until }) => ({ rule, wheel, member, reason, until })),
  };
  return jsonText(printed);
}

function withoutCredentials(url: string): string {
  return url.replace(/\/\/[^/@]*@/, '//');
}

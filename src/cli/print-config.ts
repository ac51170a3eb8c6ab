import { getDefaults } from 'valibot';
import type { Config } from '../config/config.ts';
import { type ConfiguredLocation, withoutCredentials } from '../config/source-settings.ts';
import { formatInterpreter } from '../installer/interpreter.ts';
import { formatMachine } from '../installer/machine.ts';
import { jsonText } from '../report/json-text.ts';

/** What is in force, as JSON: with the defaults of every option, for people who wonder why a rule is quiet. */
export function printedConfig({
  path,
  preset,
  label,
  deep,
  sources,
  targets,
  rules,
  lockFiles,
  sarif,
  suppressions,
  ignores,
}: Config): string {
  const settings = rules.map(({ rule, severity, options }) => [
    rule.name,
    { code: rule.code, severity, ...getDefaults(rule.optionsSchema), ...options },
  ]);
  const { glibcMinor } = targets.places;
  const printed = {
    config: path ?? null,
    preset,
    label: label ?? null,
    deep,
    indexes: sources.indexes.map(({ url, api, forbidden = 'unchecked' }) => ({
      url: withoutCredentials(url),
      api,
      forbidden,
    })),
    credentials: sources.credentials.map(({ url, usernameEnv, passwordEnv }) => ({
      url,
      'username-env': usernameEnv ?? null,
      'password-env': passwordEnv,
    })),
    stacks: sources.stacks.map(({ name, findLinks }) => ({ name, 'find-links': findLinks.map(shown) })),
    'find-links': sources.findLinks.map(shown),
    'prefer-binary': sources.preferBinary,
    'only-binary': [...sources.formats.onlyBinary],
    'no-binary': [...sources.formats.noBinary],
    pre: sources.prereleases,
    installers: targets.installers.map(({ id }) => id),
    python: targets.places.interpreters?.map(formatInterpreter) ?? null,
    platform: targets.places.machines?.map(formatMachine) ?? null,
    glibc: glibcMinor === undefined ? null : `2.${glibcMinor}`,
    manylinux: targets.places.manylinux,
    'lock-files': lockFiles.map(({ path }) => path),
    sarif: { location: sarif?.patterns ?? null },
    suppressions: suppressions.path,
    rules: Object.fromEntries(settings),
    ignore: ignores.map(({ rule, wheel, member, reason, until }) => ({ rule, wheel, member, reason, until })),
  };
  return jsonText(printed);
}

function shown({ location }: ConfiguredLocation): string {
  return withoutCredentials(location);
}

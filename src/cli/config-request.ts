import { homedir } from 'node:os';
import type { ConfigRequest } from '../config/config.ts';
import { presetNames } from '../config/presets.ts';
import { severities } from '../engine/finding.ts';
import { UsageError } from '../errors.ts';
import { indexApis } from '../index/index-options.ts';
import { oneOf } from './option-values.ts';
import type { RuleFlags } from './options.ts';
import type { SourceFlags } from './source-options.ts';
import type { TargetFlags } from './target-options.ts';

type Request = Omit<ConfigRequest, 'preset' | 'deep' | 'overrides' | 'select' | 'ignore' | 'lockFiles'>;

/** What the options that lint and explain share say about the configuration. @throws {UsageError} */
export function sharedRequest(
  flags: SourceFlags & TargetFlags & { readonly config?: string | boolean },
  workingDirectory: string,
): Request {
  const { indexUrl, extraIndexUrl, indexApi } = flags;
  if (indexApi !== undefined && indexUrl === undefined && extraIndexUrl.length === 0) {
    throw new UsageError(
      "--index-api says what --index-url and --extra-index-url speak; for others write 'api' in the configuration.",
    );
  }
  return {
    config: flags.config === true ? undefined : flags.config,
    indexUrl,
    extraIndexUrls: extraIndexUrl,
    indexApi: indexApi === undefined ? undefined : oneOf(indexApi, indexApis, '--index-api'),
    findLinks: flags.findLinks,
    noIndex: !flags.index,
    preferBinary: flags.preferBinary,
    prereleases: flags.pre,
    formatUses: [...flags.onlyBinary, ...(typeof flags.binary === 'boolean' ? [] : flags.binary)],
    installers: flags.installer,
    pythons: flags.python,
    platforms: flags.platform,
    glibc: flags.glibc,
    manylinux: flags.manylinux,
    pip: flags.pipConfig
      ? { environment: process.env, platform: process.platform, home: homedir(), workingDirectory }
      : undefined,
  };
}

/** What the options that lint and fix share say about the rules. @throws {UsageError} */
export function ruleRequest(
  flags: Omit<RuleFlags, 'config'>,
): Pick<ConfigRequest, 'preset' | 'overrides' | 'select' | 'ignore'> {
  return {
    preset: flags.preset === undefined ? undefined : oneOf(flags.preset, presetNames, '--preset'),
    overrides: flags.rule.map(parseOverride),
    select: flags.select,
    ignore: flags.ignore,
  };
}

function parseOverride(word: string): ConfigRequest['overrides'][number] {
  const equals = word.indexOf('=');
  if (equals === -1) throw new UsageError(`--rule takes a name and a severity, as in --rule ${word}=error.`);
  const severity = oneOf(word.slice(equals + 1), ['off', ...severities], `--rule ${word.slice(0, equals)}`);
  return { rule: word.slice(0, equals), severity };
}

import { homedir } from 'node:os';
import type { ConfigRequest } from '../config/config.ts';
import { UsageError } from '../errors.ts';
import { indexApis } from '../index/index-options.ts';
import { oneOf } from './option-values.ts';
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

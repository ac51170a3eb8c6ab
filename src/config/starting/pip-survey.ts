import { UsageError } from '../../errors.ts';
import type { PipMachine } from '../pip/machine.ts';
import { readPipSettings } from '../pip/read-pip-settings.ts';
import { formatOrigin, type PipSetting } from '../pip/setting.ts';
import { indexesOf, pipDefaultIndex } from '../pip/settings.ts';
import { defaultIndex, withoutCredentials } from '../source-settings.ts';

/** What pip's own configuration says of where files come from. */
export interface PipSurvey {
  /** Paths are absolute; where they were written. */
  readonly findLinks: { readonly places: readonly string[]; readonly from: string } | undefined;
  /** Without credentials; none for `no-index`. */
  readonly indexes:
    | {
        readonly urls: readonly string[];
        readonly from: string;
        /** Some URL held credentials, which do not belong into a file. */
        readonly hadCredentials: boolean;
      }
    | undefined;
  /** Why pip's configuration could not be read, as a sentence. */
  readonly problem?: string;
}

/** Asks pip's files and variables, as `pip install` would read them. */
export async function surveyPip(machine: PipMachine): Promise<PipSurvey> {
  try {
    const { settings } = await readPipSettings('install', machine);
    const { findLinks, indexUrl, extraIndexUrls, noIndex } = settings;
    const written = indexesOf(settings).map(({ location }) => location);
    const setting = noIndex?.value === true ? noIndex : (indexUrl ?? extraIndexUrls);
    return {
      findLinks: findLinks && {
        places: findLinks.value.map(({ location }) => withoutCredentials(location)),
        from: originOf(findLinks),
      },
      indexes: setting && {
        urls: written.map((url) =>
          url.replace(/\/$/, '') === pipDefaultIndex.location ? defaultIndex : withoutCredentials(url),
        ),
        from: originOf(setting),
        hadCredentials: written.some((url) => withoutCredentials(url) !== url),
      },
    };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { findLinks: undefined, indexes: undefined, problem: error.message };
  }
}

function originOf({ origins: [origin] }: PipSetting<unknown>): string {
  return origin === undefined ? "pip's configuration" : formatOrigin(origin);
}

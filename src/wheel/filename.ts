import { type BuildTag, parseBuildTag } from '../packaging/build-tag.ts';
import { normalizeName } from '../packaging/name.ts';
import { remember } from '../packaging/remember.ts';
import type { TagSet } from '../packaging/tags.ts';
import { parseVersion, parseVersionOnce, type Version } from '../packaging/version.ts';
import { quoteInside } from './quote-inside.ts';

/**
 * The parts of a wheel's file name.
 * @see https://packaging.python.org/en/latest/specifications/binary-distribution-format/#file-name-convention
 */
export interface WheelFilename extends TagSet {
  readonly filename: string;
  /** Normalised project name. */
  readonly project: string;
  /** The name as spelled in the file name. */
  readonly distribution: string;
  readonly version: Version;
  readonly build: BuildTag | undefined;
}

export type WheelFilenameResult =
  | { readonly ok: true; readonly name: WheelFilename }
  /** `reason` is a clause without single quotes: `the version "1.0_cc" is not a version (PEP 440)`. */
  | { readonly ok: false; readonly reason: string };

/**
 * Reads a wheel's file name as today's installers do (pip 25.3 and newer, uv): old spellings of name and version are
 * accepted, anything that `packaging` refuses is refused, because installers pass over such a file without a word.
 */
export function parseWheelFilename(filename: string): WheelFilenameResult {
  if (!filename.endsWith('.whl')) return refuse('it does not end in ".whl"');
  const parts = filename.slice(0, -'.whl'.length).split('-');
  const partsProblem = explainPartCount(parts);
  if (partsProblem !== undefined) return refuse(partsProblem);
  const [distribution = '', versionText = ''] = parts;
  const buildText = parts.length === 6 ? parts[2] : undefined;
  const [python = '', abi = '', platform = ''] = parts.slice(-3);

  if (
    !/^[\w.]+$/.test(distribution) ||
    !/^[a-z0-9]/i.test(distribution) ||
    !/[a-z0-9]$/i.test(distribution)
  ) {
    return refuse(`${quoteInside(distribution)} is not a project name`);
  }
  if (distribution.includes('__'))
    return refuse(`the name ${quoteInside(distribution)} has two underscores in a row`);
  const version = parseVersionOnce(versionText);
  if (version === undefined) return refuse(explainVersion(versionText));
  const build = buildText === undefined ? undefined : parseBuildTag(buildText);
  if (buildText !== undefined && build === undefined) {
    const label = version.local.length > 0 ? '; a dash cannot stand in a local version label' : '';
    return refuse(`the build tag ${quoteInside(buildText)} does not begin with a digit${label}`);
  }
  const tags = tagSetOnce(`${python}-${abi}-${platform}`);
  if ('problem' in tags) return refuse(tags.problem);
  return {
    ok: true,
    name: {
      filename,
      project: normalizeName(distribution),
      distribution,
      version,
      build,
      ...tags,
    },
  };
}

/** Thousands of files share a few sets of tags. */
const tagSetOnce = remember(20_000, (text): TagSet | { readonly problem: string } => {
  const [python = '', abi = '', platform = ''] = text.split('-');
  const problem = explainTags(python, abi, platform);
  if (problem !== undefined) return { problem };
  return { pythons: tagsOf(python), abis: tagsOf(abi), platforms: tagsOf(platform) };
});

/** Each tag once: a set that repeats one says nothing more. */
function tagsOf(part: string): readonly string[] {
  return [...new Set(part.toLowerCase().split('.'))];
}

function refuse(reason: string): WheelFilenameResult {
  return { ok: false, reason };
}

function explainPartCount(parts: readonly string[]): string | undefined {
  if (parts.length === 5 || parts.length === 6) {
    const looksLikeVariant =
      parts.length === 6 && !/^\d/.test(parts[2] ?? '') && /^(?:py|cp|pp)\d/.test(parts[2] ?? '');
    return looksLikeVariant
      ? `it has a variant label ${quoteInside(parts[5] ?? '')} (PEP 825, a draft), which no installer reads yet`
      : undefined;
  }
  if (parts.length === 7 && /^\d/.test(parts[2] ?? '')) {
    return `it has a variant label ${quoteInside(parts[6] ?? '')} (PEP 825, a draft), which no installer reads yet`;
  }
  // `1.0+compute-canada`: a dash inside a label makes one part too many.
  const label = parts.find((part) => part.includes('+'));
  if (parts.length > 6 && label !== undefined) {
    return `it has ${parts.length} parts instead of 5 or 6, because a local version label cannot hold a dash`;
  }
  const noun = parts.length === 1 ? 'part' : 'parts';
  return `it has ${parts.length} ${noun} instead of 5 or 6 (name-version-[build-]python-abi-platform)`;
}

function explainVersion(text: string): string {
  const base = `the version ${quoteInside(text)} is not a version (PEP 440)`;
  // Old tools turned `+` into `_`, downloads by hand keep the URL's `%2B`.
  const repaired = text.replace(/_|%2B/i, '+');
  if (repaired !== text && parseVersion(repaired) !== undefined)
    return `${base}; did you mean ${quoteInside(repaired)}?`;
  return base;
}

/** Tags are ASCII words; the python tag is an identifier (packaging 26.3). */
function explainTags(python: string, abi: string, platform: string): string | undefined {
  for (const [kind, text] of [
    ['python', python],
    ['abi', abi],
    ['platform', platform],
  ] as const) {
    for (const tag of text.split('.')) {
      if (tag === '') return `the ${kind} tag ${quoteInside(text)} has an empty part`;
      if (!/^\w+$/.test(tag))
        return `the ${kind} tag ${quoteInside(tag)} has a character that tags cannot have`;
      if (kind === 'python' && /^\d/.test(tag))
        return `the python tag ${quoteInside(tag)} begins with a digit`;
    }
  }
  return undefined;
}

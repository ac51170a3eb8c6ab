import picomatch from 'picomatch';
import * as v from 'valibot';

/** A list of globs for paths in the archive. */
export function globs(description: string) {
  return v.pipe(v.optional(v.array(v.string()), []), v.description(description));
}

export const allow = globs('Globs for members that are meant to be there, for example `demo/data/**`.');

const matchers = new WeakMap<readonly string[], (path: string) => boolean>();

/** Whether a path matches one of the globs of an option; each list is compiled once. */
export function matching(patterns: readonly string[]): (path: string) => boolean {
  const known = matchers.get(patterns);
  if (known !== undefined) return known;
  const matches = patterns.length === 0 ? () => false : picomatch([...patterns], { dot: true });
  matchers.set(patterns, matches);
  return matches;
}

/** The paths that an `allow` option does not cover. */
export function notAllowed(paths: readonly string[], patterns: readonly string[]): readonly string[] {
  if (patterns.length === 0) return paths;
  const isAllowed = matching(patterns);
  return paths.filter((path) => !isAllowed(path));
}

import * as v from 'valibot';
import { matching } from '../../src/engine/matching.ts';

/** A list of globs for paths in the archive. */
export function globs(description: string) {
  return v.pipe(v.optional(v.array(v.string()), []), v.description(description));
}

export const allow = globs('Globs for members that are meant to be there, for example `demo/data/**`.');

/** The paths that an `allow` option does not cover. */
export function notAllowed(paths: readonly string[], patterns: readonly string[]): readonly string[] {
  if (patterns.length === 0) return paths;
  const isAllowed = matching(patterns);
  return paths.filter((path) => !isAllowed(path));
}

import picomatch from 'picomatch';

const matchers = new WeakMap<readonly string[], (path: string) => boolean>();

/** Whether a path matches one of the globs of an option; each list is compiled once. */
export function matching(patterns: readonly string[]): (path: string) => boolean {
  const known = matchers.get(patterns);
  if (known !== undefined) return known;
  const matches = patterns.length === 0 ? () => false : picomatch([...patterns], { dot: true });
  matchers.set(patterns, matches);
  return matches;
}

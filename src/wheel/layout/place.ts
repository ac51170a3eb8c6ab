/**
 * Where an installer puts what stands in a folder: `library` is site-packages, `purelib` and `platlib` alike, and
 * `unknown` a scheme that installers refuse.
 * @see https://packaging.python.org/en/latest/specifications/binary-distribution-format/#the-data-directory
 */
export type Section = 'library' | 'dist-info' | 'scripts' | 'headers' | 'data' | 'unknown';

/** A folder of the archive as an installer sees it. */
export interface Place {
  readonly section: Section;
  /** Characters of the path that say the section; what follows is the path below the section's root. */
  readonly start: number;
}

const schemes: ReadonlyMap<string, Section> = new Map([
  ['purelib', 'library'],
  ['platlib', 'library'],
  ['scripts', 'scripts'],
  ['headers', 'headers'],
  ['data', 'data'],
]);

/** @param folder path in the archive: empty for its top, otherwise with a slash at its end */
export function placeOf(folder: string): Place {
  const slash = folder.indexOf('/');
  if (folder.endsWith('.dist-info', slash)) return { section: 'dist-info', start: slash + 1 };
  if (!folder.endsWith('.data', slash)) return { section: 'library', start: 0 };
  const next = folder.indexOf('/', slash + 1);
  if (next === -1) return { section: 'unknown', start: slash + 1 };
  return { section: schemes.get(folder.slice(slash + 1, next)) ?? 'unknown', start: next + 1 };
}

/**
 * The normalised form of a project or extra name.
 * @see https://packaging.python.org/en/latest/specifications/name-normalization/
 */
export function normalizeName(name: string): string {
  return name.replace(/[-_.]+/g, '-').toLowerCase();
}

const VALID_NAME = /^(?:[a-z0-9]|[a-z0-9][a-z0-9._-]*[a-z0-9])$/i;

/** Whether a text may stand as a project name (before normalisation). */
export function isValidName(name: string): boolean {
  return VALID_NAME.test(name);
}

/** Of an empty file, in URL-safe base64 without padding. */
export const sha256OfNothing = '47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU';

/** The RECORD of the wheels here. */
export const own = 'demo-1.0.dist-info/RECORD';

/**
 * A wheelhouse with one wheel of empty files.
 * @param rows of RECORD in place of the right ones, by path
 * @param more of the declaration
 */
export function recordOf(
  rows: Readonly<Record<string, string>>,
  files: readonly string[] = ['demo.py'],
  more = '',
): string {
  const table = (entries: readonly [string, string][]): string =>
    entries.map(([path, text]) => `${JSON.stringify(path)} = ${JSON.stringify(text)}`).join(', ');
  return `[[wheel]]
filename = "demo-1.0-py3-none-any.whl"
files = { ${table(files.map((path) => [path, '']))} }
record = { ${table(Object.entries(rows))} }
${more}
`;
}

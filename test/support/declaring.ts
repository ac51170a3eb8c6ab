/** Parts of a declared wheelhouse as text, for tables of rule cases. */

/** A wheel of the wheelhouse. @param more further lines */
export function wheel(filename: string, more = ''): string {
  return `[[wheel]]\nfilename = "${filename}"\n${more}\n`;
}

/** A wheel in a folder. */
export function wheelIn(folder: string, filename: string, more = ''): string {
  return wheel(filename, `folder = "${folder}"\n${more}`);
}

const other = `sha256 = "${'b'.repeat(64)}"`;

/** A file of the index; by default other bytes than any wheel. */
export function listed(filename: string, more = other): string {
  return `[[index]]\nfilename = "${filename}"\n${more}\n`;
}

/** Whom verdicts are for; has to stand before the wheels. */
export function installers(...ids: readonly string[]): string {
  return `[target]\ninstallers = ${JSON.stringify(ids)}\n`;
}

/** The installers of the tables: before and after each change of pip's ways, and uv. */
export const everyEra = installers('pip@20.2', 'pip@21.0', 'pip@26.2', 'pip@26.3', 'uv');

/** Folders that one installer run sees, in the order of the configuration. */
export function stack(name: string, ...folders: readonly string[]): string {
  return `[[stack]]\nname = "${name}"\nfind-links = ${JSON.stringify(folders)}\n`;
}

/** A wheel with these lines as a file of its dist-info folder. */
export function wheelWith(file: string, lines: readonly string[], more = ''): string {
  const text = JSON.stringify(`${lines.join('\n')}\n`);
  return wheel('demo-1.0-py3-none-any.whl', `dist-info = { "${file}" = ${text} }\n${more}`);
}

/** A wheel with these lines as METADATA, behind name and version. */
export function wheelWithMetadata(...lines: readonly string[]): string {
  return wheelWith('METADATA', ['Metadata-Version: 2.4', 'Name: demo', 'Version: 1.0', ...lines]);
}

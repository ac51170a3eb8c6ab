import type { Member } from '../archive/directory.ts';
import type { HeaderField } from './headers.ts';

/** The Metadata-Version that settled where license files lie (PEP 639). */
const settled = 2.4;

/** Whether a file of this Metadata-Version follows PEP 639. */
export function hasSettledLicenses(version: string): boolean {
  return Number.parseFloat(version) >= settled;
}

/** Whether a `License-File` is a relative path with plain slashes, as PEP 639 demands. */
export function isLicensePath(path: string): boolean {
  const isAbsolute = /^(?:[\\/]|[a-z]:[\\/])/i.test(path);
  const parts = path.split('/');
  return !isAbsolute && !/[\\*]|\.\./.test(path) && !parts.includes('') && !parts.includes('.');
}

/**
 * The `License-File` fields that name no member of the wheel.
 * @param directory the dist-info folder
 * @see https://peps.python.org/pep-0639/#add-license-file-field
 */
export function missingLicenseFiles(
  files: readonly HeaderField[],
  version: string,
  directory: string,
  members: readonly Member[],
): HeaderField[] {
  // Before, setuptools put them beside METADATA, and others where they liked.
  const folders = hasSettledLicenses(version)
    ? ['licenses/']
    : ['licenses/', '', 'license_files/', 'LICENSES/'];
  const wanted = new Map<string, HeaderField>();
  for (const file of files) {
    for (const folder of folders) wanted.set(`${directory}/${folder}${file.value}`, file);
  }
  const missing = new Set(files);
  // The folder stands last in most wheels.
  for (let index = members.length - 1; index >= 0 && missing.size > 0; index -= 1) {
    const name = members[index]?.name ?? '';
    if (!name.startsWith(directory)) continue;
    const file = wanted.get(name);
    if (file !== undefined) missing.delete(file);
  }
  return [...missing];
}

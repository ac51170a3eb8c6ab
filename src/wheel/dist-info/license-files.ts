import type { Layout } from '../layout/layout.ts';
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
 * The `License-File` fields that name no file of the wheel.
 * @param directory the dist-info folder
 * @see https://peps.python.org/pep-0639/#add-license-file-field
 */
export function missingLicenseFiles(
  files: readonly HeaderField[],
  version: string,
  directory: string,
  layout: Layout,
): HeaderField[] {
  // Before, setuptools put them beside METADATA, and others where they liked.
  const places = hasSettledLicenses(version)
    ? ['licenses/']
    : ['licenses/', '', 'license_files/', 'LICENSES/'];
  const present = new Set<string>();
  for (const folder of layout.folders) {
    if (folder.path.startsWith(`${directory}/`)) for (const { name } of folder.files) present.add(name);
  }
  return files.filter(({ value }) => !places.some((place) => present.has(`${directory}/${place}${value}`)));
}

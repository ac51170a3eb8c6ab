/** A field of METADATA. */
export interface CoreField {
  /** As the specification spells it. */
  readonly title: string;
  /** The Metadata-Version that brought it. */
  readonly since: string;
  /** Whether it may stand more than once. */
  readonly multiple: boolean;
}

/** Versions of METADATA, oldest first. 2.0 was withdrawn, but old versions of wheel wrote it. */
export const metadataVersions: readonly string[] = '1.0 1.1 1.2 2.1 2.2 2.3 2.4 2.5 2.6'.split(' ');

/** What PyPI takes. @see https://github.com/pypi/warehouse/blob/6b6215712/warehouse/forklift/metadata.py */
export const newestOnPypi = '2.5';

const single: Readonly<Record<string, string>> = {
  'Metadata-Version': '1.0',
  Name: '1.0',
  Version: '1.0',
  Summary: '1.0',
  Description: '1.0',
  Keywords: '1.0',
  'Home-page': '1.0',
  Author: '1.0',
  'Author-email': '1.0',
  License: '1.0',
  'Download-URL': '1.1',
  Maintainer: '1.2',
  'Maintainer-email': '1.2',
  'Requires-Python': '1.2',
  'Description-Content-Type': '2.1',
  'License-Expression': '2.4',
};

const multiple: Readonly<Record<string, string>> = {
  Platform: '1.0',
  'Supported-Platform': '1.1',
  Classifier: '1.1',
  Requires: '1.1',
  Provides: '1.1',
  Obsoletes: '1.1',
  'Requires-Dist': '1.2',
  'Provides-Dist': '1.2',
  'Obsoletes-Dist': '1.2',
  'Requires-External': '1.2',
  'Project-URL': '1.2',
  'Provides-Extra': '2.1',
  Dynamic: '2.2',
  'License-File': '2.4',
  'Import-Name': '2.5',
  'Import-Namespace': '2.5',
};

/**
 * The fields of METADATA by their names in lower case.
 * @see https://packaging.python.org/en/latest/specifications/core-metadata/
 */
export const coreFields: ReadonlyMap<string, CoreField> = new Map(
  [single, multiple].flatMap((group) =>
    Object.entries(group).map(([title, since]): [string, CoreField] => [
      title.toLowerCase(),
      { title, since, multiple: group === multiple },
    ]),
  ),
);

/** Whether a field came with a later version than a file states; unknown versions allow everything. */
export function isNewerThan({ since }: CoreField, stated: string): boolean {
  const own = versionAge(stated);
  return own !== -1 && versionAge(since) > own;
}

function versionAge(version: string): number {
  // What 2.0 had stands in 2.1 as well.
  return metadataVersions.indexOf(version === '2.0' ? '2.1' : version);
}

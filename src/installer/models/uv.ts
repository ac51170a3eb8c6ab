import type { InstallerModel } from '../model.ts';

/** uv 0.12.5 with its default strategy; as read in its sources at 26a9dd4b2, not run. */
export const uv: InstallerModel = {
  key: ['version', 'index', 'hash-state', 'tag', 'build'],
  ties: [['folder', 'page'], ['index']],
  folders: 'smallest-name-then-url',
  folderSdists: 'any',
  pagesInFolders: false,
  followsFolderLinks: false,
  pages: 'first-listed',
  onOnePage: 'first-listed',
  indexUrl: 'last',
  indexes: 'first',
  prereleases: 'always',
  boundsAskForPrereleases: true,
  oldBounds: false,
  yanked: 'if pinned',
  metadataMismatch: 'error unless only the label is missing',
  failsAtOddVersion: false,
  nameInside: { of: 'METADATA', fromPython: 0 },
  refusesOtherDirectory: false,
  otherPython: 'next version',
  refusesLabelRanges: true,
  otherHashes: 'kept',
  hashesNeedPin: false,
  told: { ties: 'in uv', linux: 'in uv' },
  versionBeforeTags: false,
  prefersBinary: false,
  linuxFirst: false,
  legacyTags: false,
  localTags: false,
};

/** `--index-strategy`, by its names. */
export const uvStrategies: Readonly<Record<string, InstallerModel>> = {
  'first-index': uv,
  'unsafe-first-match': { ...uv, indexes: 'all', key: ['index', 'version', 'hash-state', 'tag', 'build'] },
  'unsafe-best-match': { ...uv, indexes: 'all' },
};

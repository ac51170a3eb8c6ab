import type { InstallerModel } from '../model.ts';

/**
 * Poetry 2.4 with primary sources. It chooses a version and a source first, then a file of them as pip did before 21.1.
 * @see https://github.com/python-poetry/poetry/blob/f46702336/src/poetry/installation/chooser.py
 */
export const poetry: InstallerModel = {
  key: ['not-yanked', 'version', 'index', 'hash', 'build', 'tag'],
  ties: [['index', 'page']],
  folders: 'not-taken',
  folderSdists: 'any',
  pagesInFolders: false,
  followsFolderLinks: false,
  pages: 'first-listed',
  onOnePage: 'first-listed',
  indexUrl: 'first',
  indexes: 'all',
  prereleases: 'always',
  boundsAskForPrereleases: true,
  oldBounds: false,
  yanked: 'if pinned',
  metadataMismatch: 'not seen',
  failsAtOddVersion: false,
  nameInside: undefined,
  refusesOtherDirectory: false,
  otherPython: 'next version',
  refusesLabelRanges: true,
  otherHashes: 'kept',
  hashesNeedPin: false,
  told: { ties: 'in Poetry', linux: 'in Poetry' },
  versionBeforeTags: true,
  prefersBinary: false,
  linuxFirst: false,
  legacyTags: false,
  localTags: false,
};

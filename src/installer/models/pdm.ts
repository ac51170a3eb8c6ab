import type { InstallerModel } from '../model.ts';

/**
 * PDM 2.28, whose finder is unearth: the source listed first wins a tie, folder or index alike.
 * @see https://github.com/frostming/unearth/blob/854a73f43/src/unearth/evaluator.py
 */
export const pdm: InstallerModel = {
  key: ['not-yanked', 'binary', 'version', 'tag', 'build'],
  ties: [['index'], ['folder', 'page']],
  folders: 'first-listed',
  folderSdists: 'any',
  pagesInFolders: true,
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
  told: { ties: 'in PDM', linux: 'in PDM' },
  versionBeforeTags: false,
  prefersBinary: true,
  linuxFirst: false,
  legacyTags: false,
  localTags: false,
};

import type { InstallerModel } from '../model.ts';
import type { Era } from './era.ts';

/** pip 26.3. */
export const pipToday: InstallerModel = {
  key: ['hash', 'not-yanked', 'binary', 'version', 'tag', 'build'],
  ties: [['index'], ['page'], ['folder']],
  folders: 'smallest-url',
  folderSdists: 'name-version',
  pagesInFolders: true,
  followsFolderLinks: false,
  pages: 'last-listed',
  onOnePage: 'last-listed',
  indexUrl: 'first',
  indexes: 'all',
  prereleases: 'always',
  boundsAskForPrereleases: true,
  oldBounds: false,
  yanked: 'if nothing else and pinned',
  metadataMismatch: 'next file',
  failsAtOddVersion: true,
  nameInside: { of: 'METADATA', fromPython: 11 },
  refusesOtherDirectory: true,
  otherPython: 'next version',
  refusesLabelRanges: true,
  otherHashes: 'dropped beside an allowed one',
  hashesNeedPin: false,
  told: { ties: 'since pip 20.3', linux: 'since pip 26.3' },
  versionBeforeTags: false,
  prefersBinary: true,
  linuxFirst: true,
  legacyTags: false,
  localTags: false,
};

const manylinuxFirst: InstallerModel = {
  ...pipToday,
  linuxFirst: false,
  told: { ...pipToday.told, linux: 'up to pip 26.2' },
};
const beforePip261: InstallerModel = { ...manylinuxFirst, hashesNeedPin: true, oldBounds: true };
const beforePackaging26: InstallerModel = { ...beforePip261, prereleases: 'only without a specifier' };
const beforePackaging25: InstallerModel = { ...beforePackaging26, boundsAskForPrereleases: false };
/** `importlib.metadata` reads wheels since 22.1, and until 24.1 pip took the name from the directory. */
const beforePip242: InstallerModel = {
  ...beforePackaging25,
  nameInside: { of: 'directory', fromPython: 11 },
};
const beforePackaging24: InstallerModel = {
  ...beforePip242,
  refusesLabelRanges: false,
  failsAtOddVersion: false,
};
const followingLinks: InstallerModel = {
  ...beforePackaging24,
  followsFolderLinks: true,
  folderSdists: 'any',
};
const withoutImportlib: InstallerModel = { ...followingLinks, nameInside: undefined };
const yankedUnpinned: InstallerModel = { ...withoutImportlib, yanked: 'if nothing else' };

const buildFirst: InstallerModel = {
  ...yankedUnpinned,
  key: ['hash', 'not-yanked', 'binary', 'version', 'build', 'tag'],
  ties: [['page'], ['index'], ['folder']],
};

/** What the old resolver does in any pip: it takes the first of equals and looks into nothing. */
const legacyWays = {
  folders: 'largest-url',
  pages: 'first-listed',
  onOnePage: 'first-listed',
  yanked: 'last',
  metadataMismatch: 'not seen',
  otherPython: 'error',
  hashesNeedPin: true,
  ties: [['folder'], ['index'], ['page']],
} as const satisfies Partial<InstallerModel>;

/** In pip 21.1 pages of find-links moved before the indexes. */
const legacyWaysNow = { ...legacyWays, ties: [['folder'], ['page'], ['index']] } as const;

const legacyPip: InstallerModel = {
  ...buildFirst,
  ...legacyWays,
  legacyTags: true,
  told: { ...buildFirst.told, ties: 'up to pip 20.2' },
};

/** pip's ways through its history, newest first, each measured: see `fixtures/pip-orders.json`. */
export const pipEras: readonly Era[] = [
  { from: [26, 3], model: pipToday },
  { from: [26, 1], model: manylinuxFirst },
  { from: [26, 0], model: beforePip261 },
  { from: [25, 0], model: beforePackaging26 },
  { from: [24, 2], model: beforePackaging25 },
  { from: [24, 1], model: beforePip242 },
  { from: [24, 0], model: beforePackaging24 },
  { from: [22, 1], model: followingLinks },
  { from: [22, 0], model: withoutImportlib },
  { from: [21, 1], model: yankedUnpinned },
  { from: [20, 3], model: buildFirst },
  { from: [20, 2], model: legacyPip },
];

/** `--use-deprecated=legacy-resolver`, in pips that have it beside the new one. */
export function withLegacyResolver(model: InstallerModel): InstallerModel {
  const told = { ...model.told, ties: "in pip's old resolver" };
  return { ...model, ...(model.key === buildFirst.key ? legacyWays : legacyWaysNow), told };
}

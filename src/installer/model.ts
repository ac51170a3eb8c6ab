/** The elements of the keys that installers compare, larger first. */
export type KeyElement =
  /** The file states an allowed hash. */
  | 'hash'
  /** The same, and no hash is better than another one (uv). */
  | 'hash-state'
  | 'not-yanked'
  /** A wheel, where wheels are preferred. */
  | 'binary'
  | 'version'
  /** The index listed first. */
  | 'index'
  /** The best of the wheel's tags; an sdist has none. */
  | 'tag'
  | 'build'
  /** A `local_*` platform (draft). */
  | 'local-tag';

/** What changes the tags that an environment accepts, and their order. */
export interface TagWays {
  /** `linux_*` stands before `manylinux` (packaging 26.3). */
  readonly linuxFirst: boolean;
  /** Knows only `manylinux1`, `2010` and `2014`, and `cp3_10` for Python 3.10 (packaging 20.4). */
  readonly legacyTags: boolean;
  /** Accepts `local_*` platforms (draft). */
  readonly localTags: boolean;
}

/** How one installer, in one range of its versions, puts candidates in order. Nothing of it is code. */
export interface InstallerModel extends TagWays {
  /** The first element that differs decides; larger is better. */
  readonly key: readonly KeyElement[];
  /** Kinds of sources whose files win a tie, best first; kinds in one group tie further. */
  readonly ties: readonly (readonly ('folder' | 'page' | 'index')[])[];
  /** What decides between two files of folders: the whole `file:` URL, or the place of the folder in the list. */
  readonly folders: 'smallest-url' | 'largest-url' | 'smallest-name-then-url' | 'first-listed' | 'not-taken';
  /** Sdists of a folder count by any name that ever was one, or only as `name-version.tar.gz` or `.zip`. */
  readonly folderSdists: 'any' | 'name-version';
  /** HTML files in a folder are read as pages of links. */
  readonly pagesInFolders: boolean;
  /** pip up to 23.3 follows the links in a folder's path before it compares. */
  readonly followsFolderLinks: boolean;
  /** Of two indexes or pages in a tie. */
  readonly pages: 'first-listed' | 'last-listed';
  /** Of two files on one page in a tie. */
  readonly onOnePage: 'first-listed' | 'last-listed';
  /** `--index-url` comes before the `--extra-index-url`s, or after them. */
  readonly indexUrl: 'first' | 'last';
  /**
   * `all` indexes compete (version priority of PEP 766), or only the `first` that has the project (index priority),
   * with find-links beside it.
   */
  readonly indexes: 'all' | 'first';
  /** Where no final version fits: pre-releases are taken `always`, or `only without a specifier`. */
  readonly prereleases: 'always' | 'only without a specifier';
  /** `>1.0rc1` takes no `1.0+label` and the like (packaging up to 26.0). */
  readonly oldBounds: boolean;
  /** `>1.0rc1` and `<2.0rc1` ask for pre-releases as `>=1.0rc1` does (packaging 24.2). */
  readonly boundsAskForPrereleases: boolean;
  /** When a yanked file is taken: it is only put `last`; or where nothing else is left; or when it is pinned. */
  readonly yanked: 'last' | 'if nothing else' | 'if nothing else and pinned' | 'if pinned';
  /** What becomes of a file whose METADATA disagrees with its name. */
  readonly metadataMismatch: 'not seen' | 'next file' | 'error' | 'error unless only the label is missing';
  /** Stops at a file whose METADATA has a version that is none (PEP 440), in place of passing over it. */
  readonly failsAtOddVersion: boolean;
  /** Where the project's name is read again; pip does so on Python 3.11 and newer only. `undefined` where nowhere. */
  readonly nameInside: { readonly of: 'directory' | 'METADATA'; readonly fromPython: number } | undefined;
  /** Stops at a wheel whose `*.dist-info` directory does not begin with the project's name. */
  readonly refusesOtherDirectory: boolean;
  /** What becomes of a file whose METADATA asks for another Python. */
  readonly otherPython: 'error' | 'next version';
  /** Labels are refused in `>=` and its like (packaging 24). */
  readonly refusesLabelRanges: boolean;
  /** Files with another hash are dropped: where some file states an allowed one, or always. */
  readonly otherHashes: 'dropped beside an allowed one' | 'kept';
  /** Where hashes are given, the requirement has to be one `==` or `===`. */
  readonly hashesNeedPin: boolean;
  /** Settles on a version before it looks whether some file of it fits the environment; then it fails. */
  readonly versionBeforeTags: boolean;
  /** Who has these ways with ties and with `linux_*`, to be told with the reason: `since pip 20.3`. */
  readonly told: { readonly ties: string; readonly linux: string };
  /** Knows `--prefer-binary`. */
  readonly prefersBinary: boolean;
  /** Draft: what to do where the newest version is not a local wheel but an older one is. */
  readonly localConflict?: 'older local' | 'newest' | 'error';
  /** Draft: `--local-wheels-only`. */
  readonly localOnly?: boolean;
}

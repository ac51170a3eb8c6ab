/** Where an installer looks for files. */
export interface Source {
  /** A find-links folder, a find-links page (HTML), or an index. */
  readonly kind: 'folder' | 'page' | 'index';
  /** URL of the index or page; for a folder its `file:` URL as pip writes it, without a slash at its end. */
  readonly url: string;
  /** The same with the links of its path followed: what pip up to 23.3 compares. */
  readonly realUrl: string;
  /** As the user named it, for people. */
  readonly name: string;
  /**
   * Place among the find-links locations, or among the indexes, as the user lists them, 0 first. For indexes 0 is
   * `--index-url`, the `--extra-index-url`s follow.
   */
  readonly position: number;
  /** A page that is a file in a find-links folder. */
  readonly isInFolder?: boolean;
}

/** Find-links folder; several may show the same one through a symbolic link. */
export interface FolderDeclaration {
  readonly kind: 'folder';
  /** Below `w/`; may have sub-folders, which nobody searches. */
  readonly folder: string;
  /** A symbolic link to it, below `l/`. */
  readonly link: string | undefined;
  /** How the command line spells it; `file by file` it names each file of the folder, and not the folder. */
  readonly spelled: 'absolute' | 'relative' | 'detour' | 'file URL' | 'file by file';
}

/** Find-links page of HTML; one `in` a folder stands beside the files, and nobody names it. */
export interface PageDeclaration {
  readonly kind: 'page';
  readonly name: string;
  readonly at: 'http' | 'file' | { readonly in: FolderDeclaration };
}

/** `--index-url` is the first, `--extra-index-url`s are the others. */
export interface IndexDeclaration {
  readonly kind: 'index';
  readonly name: string;
  /** A folder with pages, a server with HTML, one that also has JSON. */
  readonly at: 'file' | 'http' | 'json';
}

export type SourceDeclaration = FolderDeclaration | PageDeclaration | IndexDeclaration;

/** What a file's METADATA says. */
export interface MetadataDeclaration {
  readonly name: string;
  readonly version: string;
  readonly requiresPython: string | undefined;
  /** The folder of a wheel's METADATA, without `.dist-info`. */
  readonly folder: string;
  /** What is wrong with a wheel. */
  readonly fault: 'not a zip' | 'no dist-info' | 'no METADATA' | undefined;
}

/** What a page says of a file. */
export interface ClaimsDeclaration {
  readonly requiresPython: string | undefined;
  readonly yanked: false | string;
  /** The kind of hash; some pages give none. */
  readonly hash: 'sha256' | 'md5' | undefined;
  /** Once more at the end of the page, in the same words. */
  readonly repeated: boolean;
}

export interface FileDeclaration {
  /** One of the world's sources. */
  readonly source: SourceDeclaration;
  readonly filename: string;
  /** As the file name spells it. */
  readonly version: string;
  readonly metadata: MetadataDeclaration;
  /** Files that have all above and this in common are equal byte for byte. */
  readonly content: number;
  readonly claims: ClaimsDeclaration;
}

export interface ProjectDeclaration {
  /** Normalised, and in no other world: `p3-17`. */
  readonly name: string;
  /** Empty where any version will do. */
  readonly specifier: string;
  /** Files whose sha256 are allowed; none in a world without hashes. */
  readonly hashes: readonly FileDeclaration[];
  /** Pages list them in this order. */
  readonly files: readonly FileDeclaration[];
}

/** Sources and options that one call of pip has for many projects. */
export interface WorldDeclaration {
  /** In the order of the command line: find-links, then indexes. */
  readonly sources: readonly SourceDeclaration[];
  readonly preferBinary: boolean;
  readonly onlyBinary: boolean;
  readonly prereleases: boolean;
  readonly manylinux: boolean;
  readonly requireHashes: boolean;
  readonly projects: readonly ProjectDeclaration[];
}

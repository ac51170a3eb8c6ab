import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, relative, resolve, sep } from 'node:path';
import picomatch from 'picomatch';
import { UsageError } from '../errors.ts';
import type { WheelLocation } from '../wheel/facts.ts';
import { listingProblem } from './listing-problem.ts';

/** What the paths of the command line lead to. */
export interface Discovery {
  /** Sorted by display path; every file once. */
  readonly locations: readonly WheelLocation[];
  /** Folders that could not be listed. */
  readonly unreadable: readonly { readonly folder: string; readonly reason: string }[];
  /** Folders with wheels that were walked, not those of single files and globs. */
  readonly folders: readonly WalkedFolder[];
  /** Only single files were named, so this is not the whole wheelhouse. */
  readonly partial: boolean;
}

/** A folder that holds wheels. */
export interface WalkedFolder {
  /** That its wheels' paths begin with. */
  readonly path: string;
  /** For people: relative to the working directory, `/` separators. */
  readonly display: string;
  /** Names of the files in it that are no wheels, in their order. */
  readonly others: readonly string[];
}

/**
 * Finds wheels: folders are walked, files taken as they are, globs expanded. Folders whose names begin with a dot and
 * `node_modules` are passed over unless they are named; a folder that links lead to twice is walked once.
 * @throws {UsageError} where a path is neither a file, a folder nor a glob
 */
export async function discover(paths: readonly string[], workingDirectory: string): Promise<Discovery> {
  const walk = new Walk(workingDirectory);
  let partial = true;
  for (const path of paths) {
    const absolute = resolve(workingDirectory, path);
    const kind = await kindOf(absolute);
    if (kind === 'folder') {
      partial = false;
      await walk.folder(absolute);
    } else if (kind === 'file') {
      if (!absolute.endsWith('.whl'))
        throw new UsageError(`'${path}' is not a wheel: its name does not end in '.whl'.`);
      await walk.file(absolute);
    } else if (isGlob(path)) {
      await walk.glob(path);
    } else {
      throw new UsageError(`There is no file or folder '${path}'.`);
    }
  }
  const { unreadable, folders } = walk;
  return { locations: walk.sorted(), unreadable, folders, partial };
}

/** A link to nothing counts as a file: reading it says what is wrong. */
async function kindOf(path: string): Promise<'folder' | 'file' | undefined> {
  const stats = await stat(path).catch(() => lstat(path).catch(() => undefined));
  if (stats === undefined) return undefined;
  return stats.isDirectory() ? 'folder' : 'file';
}

function isGlob(path: string): boolean {
  return picomatch.scan(path).isGlob;
}

/** Whether a glob wants a file; everything else wants all. */
type Accept = (file: string) => boolean;

/** A link that was met on the way, and where its folder really is. */
interface Link {
  readonly path: string;
  readonly folder: string;
}

class Walk {
  readonly unreadable: { folder: string; reason: string }[] = [];
  readonly folders: WalkedFolder[] = [];
  /** By folder without links and name, so that a folder with two paths gives its wheels once. */
  readonly #found = new Map<string, WheelLocation>();
  readonly #visited = new Set<string>();
  readonly #workingDirectory: string;
  #lastFolder = { path: '', display: '' };

  constructor(workingDirectory: string) {
    this.#workingDirectory = workingDirectory;
  }

  sorted(): WheelLocation[] {
    return [...this.#found.values()].sort((a, b) => (a.display < b.display ? -1 : 1));
  }

  async file(path: string): Promise<void> {
    this.#add(path, await realpath(dirname(path)).catch(() => dirname(path)));
  }

  async folder(path: string, accept: Accept = () => true): Promise<void> {
    const links: Link[] = [];
    await this.#list(path, accept, links);
    // Real folders first, so that it is they, not links to them, that give the paths in reports.
    for (const link of links) await this.#link(link, accept, links);
  }

  async glob(pattern: string): Promise<void> {
    const { base, glob } = picomatch.scan(pattern);
    const folder = resolve(this.#workingDirectory, base);
    if ((await kindOf(folder)) !== 'folder') return;
    // Below the folder, because its own path may hold characters that mean something to a glob.
    const isMatch = picomatch(glob);
    const inner = new Walk(this.#workingDirectory);
    await inner.folder(folder, (file) => isMatch(relative(folder, file).split(sep).join('/')));
    for (const [key, location] of inner.#found) if (!this.#found.has(key)) this.#found.set(key, location);
    this.unreadable.push(...inner.unreadable);
  }

  async #list(path: string, accept: Accept, links: Link[]): Promise<void> {
    const folder = await realpath(path).catch(() => path);
    if (this.#visited.has(folder)) return;
    this.#visited.add(folder);
    const entries = await readdir(path, { withFileTypes: true }).catch((error: unknown) => {
      this.unreadable.push({
        folder: displayPath(path, this.#workingDirectory),
        reason: listingProblem(error),
      });
      return [];
    });
    const others: string[] = [];
    let hasWheels = false;
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const child = `${path === sep ? '' : path}${sep}${entry.name}`;
      if (entry.isSymbolicLink()) links.push({ path: child, folder });
      else if (entry.name.endsWith('.whl')) {
        hasWheels = true;
        // Whatever it is: reading a folder or a pipe of that name says so.
        if (accept(child)) this.#add(child, folder);
      } else if (entry.isFile()) others.push(entry.name);
      else if (entry.isDirectory() && !isPassedOver(entry.name)) await this.#list(child, accept, links);
    }
    if (hasWheels) this.folders.push({ path, display: displayPath(path, this.#workingDirectory), others });
  }

  async #link({ path, folder }: Link, accept: Accept, links: Link[]): Promise<void> {
    if (path.endsWith('.whl')) {
      if (accept(path)) this.#add(path, folder);
    } else if (!isPassedOver(basename(path)) && (await kindOf(path)) === 'folder') {
      await this.#list(path, accept, links);
    }
  }

  #add(path: string, folder: string): void {
    const filename = basename(path);
    const key = `${folder}${sep}${filename}`;
    if (this.#found.has(key)) return;
    const display = this.#displayFolder(dirname(path));
    this.#found.set(key, { path, display: display === '.' ? filename : `${display}/${filename}`, filename });
  }

  /** The last folder is remembered: thousands of wheels stand in one. */
  #displayFolder(folder: string): string {
    if (this.#lastFolder.path !== folder) {
      this.#lastFolder = { path: folder, display: displayPath(folder, this.#workingDirectory) };
    }
    return this.#lastFolder.display;
  }
}

function isPassedOver(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}

/** Relative to the working directory, `/` separators. */
function displayPath(path: string, workingDirectory: string): string {
  return relative(workingDirectory, path).split(sep).join('/') || '.';
}

import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, join, relative, resolve, sep } from 'node:path';
import picomatch from 'picomatch';
import { UsageError } from '../errors.ts';
import type { WheelLocation } from '../wheel/facts.ts';

/** What the paths of the command line lead to. */
export interface Discovery {
  /** Sorted by display path; every file once. */
  readonly locations: readonly WheelLocation[];
  /** Folders that could not be listed. */
  readonly unreadable: readonly { readonly folder: string; readonly reason: string }[];
  /** Only single files were named, so this is not the whole wheelhouse. */
  readonly partial: boolean;
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
    const stats = await stat(absolute).catch(() => undefined);
    if (stats?.isDirectory()) {
      partial = false;
      await walk.folder(absolute);
    } else if (stats !== undefined) {
      if (!absolute.endsWith('.whl'))
        throw new UsageError(`'${path}' is not a wheel: its name does not end in '.whl'.`);
      walk.file(absolute);
    } else if (isGlob(path)) {
      await walk.glob(path);
    } else {
      throw new UsageError(`There is no file or folder '${path}'.`);
    }
  }
  return { locations: walk.sorted(), unreadable: walk.unreadable, partial };
}

function isGlob(path: string): boolean {
  return picomatch.scan(path).isGlob;
}

class Walk {
  readonly unreadable: { folder: string; reason: string }[] = [];
  readonly #found = new Map<string, WheelLocation>();
  readonly #visited = new Set<string>();
  readonly #workingDirectory: string;

  constructor(workingDirectory: string) {
    this.#workingDirectory = workingDirectory;
  }

  sorted(): WheelLocation[] {
    return [...this.#found.values()].sort((a, b) => (a.display < b.display ? -1 : 1));
  }

  file(path: string): void {
    const display = displayPath(path, this.#workingDirectory);
    this.#found.set(path, { path, display, filename: basename(path) });
  }

  async folder(path: string, accept: (file: string) => boolean = () => true): Promise<void> {
    const real = await realpath(path).catch(() => path);
    if (this.#visited.has(real)) return;
    this.#visited.add(real);
    const entries = await readdir(path, { withFileTypes: true }).catch((error: unknown) => {
      this.unreadable.push({
        folder: displayPath(path, this.#workingDirectory),
        reason: listingProblem(error),
      });
      return [];
    });
    const links: string[] = [];
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const child = join(path, entry.name);
      if (entry.isDirectory()) {
        if (!isPassedOver(entry.name)) await this.folder(child, accept);
      } else if (entry.isSymbolicLink()) {
        links.push(child);
      } else if (entry.name.endsWith('.whl') && accept(child)) {
        this.file(child);
      }
    }
    // Real folders first, so that it is they, not links to them, that give the paths in reports.
    for (const link of links) await this.#link(link, accept);
  }

  async glob(pattern: string): Promise<void> {
    const { base } = picomatch.scan(pattern);
    const isMatch = picomatch(resolve(this.#workingDirectory, pattern).split(sep).join('/'));
    const folder = resolve(this.#workingDirectory, base);
    if ((await stat(folder).catch(() => undefined)) === undefined) return;
    const inner = new Walk(this.#workingDirectory);
    await inner.folder(folder, (file) => isMatch(file.split(sep).join('/')));
    for (const location of inner.sorted()) this.#found.set(location.path, location);
    this.unreadable.push(...inner.unreadable);
  }

  async #link(path: string, accept: (file: string) => boolean): Promise<void> {
    const stats = await stat(path).catch(() => undefined);
    if (stats?.isDirectory()) {
      if (!isPassedOver(basename(path))) await this.folder(path, accept);
    } else if (path.endsWith('.whl') && accept(path)) {
      // Also a link to nothing: reading it says so.
      this.file(path);
    }
  }
}

function isPassedOver(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}

/** Relative to the working directory, `/` separators. */
function displayPath(path: string, workingDirectory: string): string {
  return relative(workingDirectory, path).split(sep).join('/') || '.';
}

function listingProblem(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return code === 'EACCES' || code === 'EPERM' ? 'permission denied' : `the system says ${code}`;
}

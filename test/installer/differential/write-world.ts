import { createHash } from 'node:crypto';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { pipFileUrl } from '../../../src/installer/file-url.ts';
import { buildArchive } from './archives.ts';
import { htmlPage, jsonPage, type PageLink } from './link-page.ts';
import { noManylinux } from './pip-command.ts';
import type {
  FileDeclaration,
  FolderDeclaration,
  PageDeclaration,
  ProjectDeclaration,
  SourceDeclaration,
  WorldDeclaration,
} from './scenario.ts';

/** A declared file as it lies on the disk. */
export interface WrittenFile {
  readonly path: string;
  readonly sha256: string;
  readonly md5: string;
  /** As pages link to it. */
  readonly url: string;
}

/** A world that pip can be let loose on. */
export interface WrittenWorld {
  readonly root: string;
  readonly declaration: WorldDeclaration;
  readonly files: ReadonlyMap<FileDeclaration, WrittenFile>;
  /** What names the sources to pip, relative paths for those who stand in `root`. */
  readonly sourceOptions: readonly string[];
}

/**
 * Writes the files of a world, and the pages that list them.
 * @param root absolute path without links @param server URL at which `root` is served
 */
export async function writeWorld(
  declaration: WorldDeclaration,
  root: string,
  server: string,
): Promise<WrittenWorld> {
  const disk = new Disk(root, server);
  await disk.write('off/_manylinux.py', noManylinux);
  for (const project of declaration.projects) await disk.addProject(project);
  for (const source of declaration.sources) await disk.addSource(source, declaration.projects);
  return { root, declaration, files: disk.files, sourceOptions: disk.sourceOptions };
}

/** The path of a folder as pip is told it, links not followed. */
export function folderPath(root: string, { folder, link }: FolderDeclaration): string {
  return link === undefined ? join(root, 'w', folder) : join(root, 'l', link);
}

/** Whether a folder shows the files of another: it may be there twice. */
export function shows(source: SourceDeclaration, file: FileDeclaration): boolean {
  if (source === file.source) return true;
  return source.kind === 'folder' && file.source.kind === 'folder' && source.folder === file.source.folder;
}

class Disk {
  readonly files = new Map<FileDeclaration, WrittenFile>();
  readonly sourceOptions: string[] = [];
  readonly #root: string;
  readonly #server: string;

  constructor(root: string, server: string) {
    this.#root = root;
    this.#server = server;
  }

  async addProject({ name, files }: ProjectDeclaration): Promise<void> {
    for (const [place, file] of files.entries()) {
      const { source, filename } = file;
      const bytes = await buildArchive(file);
      const below =
        source.kind === 'folder'
          ? join('w', source.folder, filename)
          : join('store', name, String(place), filename);
      const path = await this.write(below, bytes);
      // Pages write a plus as it is, or as `%2B`.
      const quote = place % 2 === 0 ? encodeURIComponent : encodeURI;
      const url = isLocal(source)
        ? pipFileUrl(path)
        : `${new URL(this.#server).pathname}/${below.split('/').map(quote).join('/')}`;
      const hash = (kind: string): string => createHash(kind).update(bytes).digest('hex');
      this.files.set(file, { path, url, sha256: hash('sha256'), md5: hash('md5') });
    }
  }

  async addSource(source: SourceDeclaration, projects: readonly ProjectDeclaration[]): Promise<void> {
    if (source.kind === 'folder') await this.#addFolder(source, projects);
    else if (source.kind === 'page') await this.#addPage(source, projects);
    else {
      for (const { name, files } of projects) {
        const links = this.#linksOf(source, files);
        if (links.length === 0) continue;
        const below = join('simple', source.name, name);
        await this.write(join(below, 'index.html'), htmlPage(links));
        if (source.at === 'json') {
          const absolute = links.map((link) => ({ ...link, url: new URL(link.url, this.#server).href }));
          await this.write(join(below, 'index.json'), jsonPage(name, absolute));
        }
      }
      await mkdir(join(this.#root, 'simple', source.name), { recursive: true });
      const isFirst = !this.sourceOptions.includes('--index-url');
      const place = source.at === 'file' ? pipFileUrl(this.#root) : this.#server;
      this.sourceOptions.push(
        isFirst ? '--index-url' : '--extra-index-url',
        `${place}/simple/${source.name}/`,
      );
    }
  }

  async #addFolder(source: FolderDeclaration, projects: readonly ProjectDeclaration[]): Promise<void> {
    const real = join(this.#root, 'w', source.folder);
    const path = folderPath(this.#root, source);
    await mkdir(real, { recursive: true });
    if (path !== real) {
      await mkdir(dirname(path), { recursive: true });
      await symlink(real, path);
    }
    const names =
      source.spelled === 'file by file'
        ? projects.flatMap(({ files }) => files.flatMap((file) => (shows(source, file) ? file.filename : [])))
        : [];
    const paths =
      names.length > 0 ? names.map((name) => join(path, name)) : [this.#spell(path, source.spelled)];
    this.sourceOptions.push(...paths.flatMap((each) => ['--find-links', each]));
  }

  #spell(path: string, spelled: FolderDeclaration['spelled']): string {
    const here = relative(this.#root, path);
    switch (spelled) {
      case 'absolute':
      case 'file by file':
        return path;
      case 'relative':
        return here;
      case 'detour':
        return `${dirname(here)}/../${dirname(here).split('/').at(-1)}/./${here.split('/').at(-1)}/`;
      case 'file URL':
        return pathToFileURL(path).href;
    }
  }

  async #addPage(source: PageDeclaration, projects: readonly ProjectDeclaration[]): Promise<void> {
    const { name, at } = source;
    const folder = typeof at === 'object' ? join('w', at.in.folder) : 'pages';
    const links = projects.flatMap(({ files }) => this.#linksOf(source, files));
    const path = await this.write(join(folder, `${name}.html`), htmlPage(links));
    if (typeof at === 'object') return;
    this.sourceOptions.push('--find-links', at === 'http' ? `${this.#server}/pages/${name}.html` : path);
  }

  #linksOf(source: SourceDeclaration, files: readonly FileDeclaration[]): PageLink[] {
    return files.flatMap((file) => {
      const written = this.files.get(file);
      if (file.source !== source || written === undefined) return [];
      const { filename, claims } = file;
      const { url, sha256, md5 } = written;
      return { filename, claims, url, sha256, md5 };
    });
  }

  async write(below: string, content: string | Uint8Array): Promise<string> {
    const path = join(this.#root, below);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
    return path;
  }
}

/** Whether the links of a page are `file:` URLs; those of a server's pages are relative to the server. */
function isLocal(source: SourceDeclaration): boolean {
  return source.kind === 'folder' || (source.at !== 'http' && source.at !== 'json');
}

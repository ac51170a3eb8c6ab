import { stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Access } from '../config/access/access.ts';
import type { ConfiguredCredentials } from '../config/access/credentials.ts';
import {
  type ConfiguredIndex,
  type ConfiguredLocation,
  type ConfiguredStack,
  withoutCredentials,
} from '../config/source-settings.ts';
import type { FindLinks } from '../engine/explain/collection.ts';
import { UsageError } from '../errors.ts';
import type { PackageIndex } from '../index/index-answer.ts';
import type { IndexOptions } from '../index/index-options.ts';
import { IndexUrlError } from '../index/index-url.ts';
import { projectOfFilename } from '../installer/offered-file.ts';
import { userAgent } from '../tool.ts';
import type { SourceFlags } from './source-options.ts';

/** A configured stack whose places are there. */
export interface OpenStack {
  readonly name: string;
  readonly findLinks: readonly FindLinks[];
}

/** Everything that was opened, to be closed together. */
export class OpenSources {
  /** What was passed over, as sentences. */
  readonly notices: string[] = [];
  readonly #flags: SourceFlags;
  readonly #opened: PackageIndex[] = [];
  readonly #notAsked = new Set<string>();
  readonly #credentials: readonly ConfiguredCredentials[];
  #access: Promise<Access> | undefined;

  /** @param credentials for indexes and pages alike */
  constructor(flags: SourceFlags, credentials: readonly ConfiguredCredentials[]) {
    this.#flags = flags;
    this.#credentials = credentials;
  }

  /** What --offline leaves out, without credentials. */
  get notAsked(): readonly string[] {
    return [...this.#notAsked];
  }

  /** Under --offline only recorded answers are left to ask. @throws {UsageError} */
  async indexes(configured: readonly ConfiguredIndex[]): Promise<PackageIndex[]> {
    const indexes: PackageIndex[] = [];
    for (const { url, ...own } of configured) {
      if (this.#flags.offline && !url.startsWith('file:')) {
        this.#notAsked.add(withoutCredentials(url));
        continue;
      }
      const { openIndex } = await import('../index/open-index.ts');
      const options = { ...(await this.#options(url)), ...own };
      indexes.push(await this.#open(() => openIndex(url, options)));
    }
    return indexes;
  }

  /**
   * Folders are taken as they are, HTML files and URLs as pages, and of any other file only itself counts.
   * @param stack that they belong to; installers pass over what leads nowhere in their configuration, and so does this
   * @throws {UsageError}
   */
  async findLinks(configured: readonly ConfiguredLocation[], stack?: string): Promise<FindLinks[]> {
    const locations: FindLinks[] = [];
    // One after the other, so that notices come in the order of the configuration.
    for (const place of configured) locations.push(...(await this.#findLinks(place, stack)));
    return locations;
  }

  /** The locations of each stack, by its name. @throws {UsageError} */
  async stacks(configured: readonly ConfiguredStack[]): Promise<OpenStack[]> {
    const opened: OpenStack[] = [];
    for (const { name, findLinks } of configured) {
      opened.push({ name, findLinks: await this.findLinks(findLinks, name) });
    }
    return opened;
  }

  async close(): Promise<void> {
    await Promise.all(this.#opened.map((index) => index.close()));
  }

  async #findLinks(place: ConfiguredLocation, stack: string | undefined): Promise<FindLinks[]> {
    const { kind, location, display } = place;
    const path = kind === 'path' ? location : pathOf(location);
    if (path === undefined) return this.#urlOfPage(location);
    const stats = await stat(path).catch(() => undefined);
    if (stats?.isDirectory()) return [{ kind: 'folder', folder: { path, display } }];
    if (stats !== undefined && /\.html?$/i.test(path)) return [await this.#page(pathToFileURL(path).href)];
    const filename = basename(path);
    if (stats !== undefined && projectOfFilename(filename) !== undefined) {
      const folder = { path: dirname(path), display: dirname(display), only: new Set([filename]) };
      return [{ kind: 'folder', folder }];
    }
    const problem = stats === undefined ? 'does not exist' : 'is neither a folder nor a page nor a wheel';
    if (stack === undefined) throw new UsageError(`The find-links location '${display}' ${problem}.`);
    this.notices.push(`The stack '${stack}' lists '${display}', which ${problem}: installers pass over it.`);
    return [];
  }

  async #urlOfPage(url: string): Promise<FindLinks[]> {
    if (!this.#flags.offline) return [await this.#page(url)];
    this.#notAsked.add(withoutCredentials(url));
    return [];
  }

  async #page(url: string): Promise<FindLinks> {
    const { openFindLinksPage } = await import('../index/simple/find-links-page.ts');
    const options = await this.#options(url);
    return { kind: 'page', page: await this.#open(() => openFindLinksPage(url, options)) };
  }

  async #open(open: () => PackageIndex): Promise<PackageIndex> {
    try {
      const index = open();
      this.#opened.push(index);
      return index;
    } catch (error) {
      if (error instanceof IndexUrlError) throw new UsageError(error.message);
      throw error;
    }
  }

  async #options(url: string): Promise<IndexOptions> {
    const { concurrency, timeout } = this.#flags;
    const options = { concurrency, timeout: timeout * 1000, userAgent };
    if (/^file:/i.test(url)) return options;
    this.#access ??= this.#readAccess();
    const { network, authorizationFor } = await this.#access;
    return { ...options, network, authorization: authorizationFor(url) };
  }

  /** Only now: what is wrong with proxies does not matter to who asks nothing over the network. */
  async #readAccess(): Promise<Access> {
    const { readAccess } = await import('../config/access/access.ts');
    const { env: environment, platform } = process;
    const access = await readAccess(this.#credentials, { environment, platform, home: homeFolder() });
    this.notices.push(...access.notices);
    return access;
  }
}

/** An account that a container made up has none. */
function homeFolder(): string {
  try {
    return homedir();
  } catch {
    return '/';
  }
}

/** The path of a `file:` URL, `undefined` for others. @throws {UsageError} */
function pathOf(url: string): string | undefined {
  if (!/^file:/i.test(url)) return undefined;
  try {
    return fileURLToPath(url);
  } catch {
    throw new UsageError(`'${url}' names no place on this machine: write file:///path/to/folder.`);
  }
}

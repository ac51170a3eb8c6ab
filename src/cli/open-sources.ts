import { stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from '../build.ts';
import { cacheFolder } from '../cache/cache-folder.ts';
import type { Access } from '../config/access/access.ts';
import type { ConfiguredCredentials } from '../config/access/credentials.ts';
import {
  type ConfiguredIndex,
  type ConfiguredLocation,
  type ConfiguredStack,
  withoutCredentials,
} from '../config/source-settings.ts';
import type { FindLinks } from '../engine/explain/collection.ts';
import type { EarlierRuns } from '../engine/reading/known-wheels.ts';
import { UsageError } from '../errors.ts';
import type { AnswerCache } from '../index/cache/answer-cache.ts';
import type { PackageIndex } from '../index/index-answer.ts';
import type { IndexOptions } from '../index/index-options.ts';
import { IndexUrlError } from '../index/index-url.ts';
import { projectOfFilename } from '../installer/offered-file.ts';
import { userAgent } from '../tool.ts';
import { WheelCache } from '../wheel/cache/wheel-cache.ts';
import { snapshotPath } from './snapshot-path.ts';
import type { IndexFlags } from './source-options.ts';

/** A configured stack whose places are there. */
export interface OpenStack {
  readonly name: string;
  readonly findLinks: readonly FindLinks[];
}

/** Everything that was opened, to be closed together. */
export class OpenSources {
  /** What was passed over, as sentences. */
  readonly notices: string[] = [];
  readonly #flags: IndexFlags;
  readonly #workingDirectory: string;
  readonly #opened: PackageIndex[] = [];
  readonly #notAsked = new Set<string>();
  readonly #credentials: readonly ConfiguredCredentials[];
  #access: Promise<Access> | undefined;
  #cache: AnswerCache | undefined;
  #wheels: WheelCache | undefined;

  /** @param credentials for indexes and pages alike */
  constructor(flags: IndexFlags, credentials: readonly ConfiguredCredentials[], workingDirectory: string) {
    this.#flags = flags;
    this.#credentials = credentials;
    this.#workingDirectory = workingDirectory;
  }

  /** What --offline leaves out, without credentials. */
  get notAsked(): readonly string[] {
    return [...this.#notAsked];
  }

  /** What is wrong with the cache, as sentences; complete once everything has been asked. */
  get cacheNotices(): readonly string[] {
    const { problem } = this.#cache ?? {};
    return problem === undefined ? [] : [`The cache cannot be used, so no answers are kept: ${problem}.`];
  }

  /** Under --offline, indexes of which nothing is kept are left out. @throws {UsageError} */
  async indexes(configured: readonly ConfiguredIndex[]): Promise<PackageIndex[]> {
    const indexes: PackageIndex[] = [];
    for (const { url, ...own } of configured) {
      const snapshot = await snapshotPath(url);
      if (snapshot !== undefined) {
        const { openSnapshot } = await import('../index/snapshot/open-snapshot.ts');
        indexes.push(...(await openSnapshot(snapshot)));
      } else if (!(await this.#isLeftOut(url))) {
        const { openIndex } = await import('../index/open-index.ts');
        const options = { ...(await this.#options(url)), ...own };
        indexes.push(await this.#open(() => openIndex(url, options)));
      }
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

  /** What earlier runs of this program found out about wheels. */
  wheels(): EarlierRuns | undefined {
    const { cache, cacheDir } = this.#flags;
    if (!cache || build === undefined) return undefined;
    this.#wheels ??= new WheelCache({ folder: cacheFolder(cacheDir, this.#workingDirectory) });
    return { cache: this.#wheels, build };
  }

  async close(): Promise<void> {
    await Promise.all(this.#opened.map((index) => index.close()));
    this.#cache?.close();
    this.#wheels?.close();
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
    return (await this.#isLeftOut(url)) ? [] : [await this.#page(url)];
  }

  async #page(url: string): Promise<FindLinks> {
    const { openFindLinksPage } = await import('../index/simple/find-links-page.ts');
    const options = await this.#options(url);
    return { kind: 'page', page: await this.#open(() => openFindLinksPage(url, options)) };
  }

  /** Whether --offline leaves nothing to ask there. */
  async #isLeftOut(text: string): Promise<boolean> {
    if (!this.#flags.offline || isLocal(text)) return false;
    const url = URL.parse(text);
    if (url !== null && (await this.#openCache())?.knows(url) === true) return false;
    this.#notAsked.add(withoutCredentials(text));
    return true;
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
    const { concurrency, timeout, offline } = this.#flags;
    const options = { concurrency, timeout: timeout * 1000, userAgent };
    if (isLocal(url)) return options;
    const cache = await this.#openCache();
    // What is wrong with proxies, or missing of credentials, does not matter to who asks nothing over the network.
    if (offline) return { ...options, cache };
    this.#access ??= this.#readAccess();
    const { network, authorizationFor } = await this.#access;
    return { ...options, cache, network, authorization: authorizationFor(url) };
  }

  async #readAccess(): Promise<Access> {
    const { readAccess } = await import('../config/access/access.ts');
    const { env: environment, platform } = process;
    const access = await readAccess(this.#credentials, { environment, platform, home: homeFolder() });
    this.notices.push(...access.notices);
    return access;
  }

  async #openCache(): Promise<AnswerCache | undefined> {
    const { cache, cacheDir, maxAge, offline } = this.#flags;
    if (!cache) return undefined;
    const { AnswerCache } = await import('../index/cache/answer-cache.ts');
    const folder = cacheFolder(cacheDir, this.#workingDirectory);
    this.#cache ??= new AnswerCache({ folder, maxAge, offline });
    return this.#cache;
  }
}

function isLocal(url: string): boolean {
  return /^file:/i.test(url);
}

/** The path of a `file:` URL, `undefined` for others. @throws {UsageError} */
function pathOf(url: string): string | undefined {
  if (!isLocal(url)) return undefined;
  try {
    return fileURLToPath(url);
  } catch {
    throw new UsageError(`'${url}' names no place on this machine: write file:///path/to/folder.`);
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

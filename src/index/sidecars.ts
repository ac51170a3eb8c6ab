import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import PQueue from 'p-queue';
import { KeptDocuments } from './cache/kept-documents.ts';
import { CircuitBreaker } from './circuit-breaker.ts';
import { HttpClient } from './http/client.ts';
import type { IndexFile, MetadataAnswer } from './index-answer.ts';
import type { IndexOptions } from './index-options.ts';
import { credentialsOf, type IndexUrl } from './index-url.ts';
import { readLocalFile } from './local-file.ts';
import { type Sidecar, sidecarForm, sidecarOf } from './sidecar.ts';
import { Unanswered } from './unanswered.ts';

/** Bytes: what is taken from a wheel's own METADATA; the largest that are known have 233 KB. */
const longest = 16 * 1024 * 1024;

/** Value of the `Accept` header: servers have all kinds of media types for METADATA. */
const ANY = '*/*';

/** Where the METADATA files of an index come from, which stand beside its wheels: the network or a folder. */
export interface Sidecars {
  /** @returns `undefined` where there is none @throws {Unanswered} */
  read(project: string, file: IndexFile): Promise<Sidecar | undefined>;
  /** Ends what is under way, with `Unanswered`. */
  close(): Promise<void>;
}

/**
 * Reads the METADATA of a file that offers it.
 * @see https://packaging.python.org/en/latest/specifications/simple-repository-api/#serving-metadata-files
 */
export async function readSidecar(
  sidecars: Sidecars,
  project: string,
  file: IndexFile,
): Promise<MetadataAnswer> {
  try {
    const sidecar = await sidecars.read(project, file);
    if (sidecar === undefined) throw new Unanswered('not found, although the index offers it');
    return { status: 'read', text: checked(sidecar, file).text };
  } catch (error) {
    if (error instanceof Unanswered) return { status: 'unchecked', reason: error.message };
    throw error;
  }
}

/** `{file}.metadata` at its own URL, which may be on another host than the index, and what is kept of it. */
export class HttpSidecars implements Sidecars {
  readonly #client: HttpClient;
  readonly #kept: KeptDocuments<Sidecar>;
  readonly #queue: PQueue;
  readonly #breaker = new CircuitBreaker();

  constructor(place: IndexUrl, options: IndexOptions) {
    const credentials = credentialsOf(place, options.authorization);
    this.#client = new HttpClient({ ...options, accept: ANY, credentials, maxBody: longest });
    this.#kept = new KeptDocuments(options.cache, sidecarForm, {
      accept: ANY,
      authenticated: credentials !== undefined,
    });
    this.#queue = new PQueue({ concurrency: options.concurrency });
  }

  read(_project: string, file: IndexFile): Promise<Sidecar | undefined> {
    const url = new URL(`${file.url}.metadata`);
    return this.#queue.add(() =>
      this.#kept.get({
        url,
        fetch: (known) => this.#breaker.run(() => this.#client.get(url, known)),
        read: async ({ body }) => checked(await sidecarOf(body), file),
        holds: ({ sha256 }) =>
          typeof file.coreMetadata === 'string' ? sha256 === file.coreMetadata : undefined,
      }),
    );
  }

  async close(): Promise<void> {
    await this.#client.close();
    await this.#queue.onIdle();
  }
}

/**
 * `{folder}/{project}/{file}.metadata` in a folder of recorded answers, else `{file}.metadata` where an answer names a
 * file of this machine. Nothing is asked over the network.
 */
export class RecordedSidecars implements Sidecars {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async read(project: string, { filename, url }: IndexFile): Promise<Sidecar | undefined> {
    const recorded = join(this.#folder, project, `${filename}.metadata`);
    const found = await readLocalFile(recorded, 'recorded METADATA', longest);
    const path = pathOf(url);
    const bytes =
      found !== undefined || path === undefined
        ? found
        : await readLocalFile(`${path}.metadata`, 'METADATA beside the file', longest);
    return bytes && sidecarOf(bytes);
  }

  async close(): Promise<void> {}
}

function pathOf(url: string): string | undefined {
  try {
    return url.startsWith('file:') ? fileURLToPath(url) : undefined;
  } catch {
    return undefined;
  }
}

/** @throws {Unanswered} */
function checked(sidecar: Sidecar, { coreMetadata }: IndexFile): Sidecar {
  if (typeof coreMetadata !== 'string' || coreMetadata === sidecar.sha256) return sidecar;
  throw new Unanswered('it does not have the sha256 that the index gives');
}

import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import PQueue from 'p-queue';
import { CircuitBreaker } from './circuit-breaker.ts';
import { HttpClient } from './http/client.ts';
import type { IndexFile, MetadataAnswer } from './index-answer.ts';
import type { IndexOptions } from './index-options.ts';
import { credentialsOf, type IndexUrl } from './index-url.ts';
import { readLocalFile } from './local-file.ts';
import { Unanswered } from './unanswered.ts';

/** Bytes: what is taken from a wheel's own METADATA; the largest that are known have 233 KB. */
const longest = 16 * 1024 * 1024;

/** Where the METADATA files of an index come from, which stand beside its wheels: the network or a folder. */
export interface Sidecars {
  /** @returns `undefined` where there is none @throws {Unanswered} */
  read(project: string, file: IndexFile): Promise<Uint8Array | undefined>;
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
    const bytes = await sidecars.read(project, file);
    if (bytes === undefined) throw new Unanswered('not found, although the index offers it');
    const { coreMetadata } = file;
    if (typeof coreMetadata === 'string' && coreMetadata !== (await sha256Of(bytes))) {
      throw new Unanswered('it does not have the sha256 that the index gives');
    }
    return { status: 'read', text: new TextDecoder().decode(bytes) };
  } catch (error) {
    if (error instanceof Unanswered) return { status: 'unchecked', reason: error.message };
    throw error;
  }
}

/** `{file}.metadata` at its own URL, which may be on another host than the index. */
export class HttpSidecars implements Sidecars {
  readonly #client: HttpClient;
  readonly #queue: PQueue;
  readonly #breaker = new CircuitBreaker();
  readonly #isOffline: boolean;

  constructor(place: IndexUrl, options: IndexOptions) {
    this.#isOffline = options.cache?.isOffline === true;
    const credentials = credentialsOf(place, options.authorization);
    this.#client = new HttpClient({ ...options, accept: '*/*', credentials, maxBody: longest });
    this.#queue = new PQueue({ concurrency: options.concurrency });
  }

  async read(_project: string, { url }: IndexFile): Promise<Uint8Array | undefined> {
    if (this.#isOffline) throw new Unanswered('METADATA is not kept, and --offline asks nothing');
    const answer = await this.#queue.add(() =>
      this.#breaker.run(() => this.#client.get(new URL(`${url}.metadata`))),
    );
    return answer.status === 'found' ? answer.raw.body : undefined;
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

  async read(project: string, { filename, url }: IndexFile): Promise<Uint8Array | undefined> {
    const recorded = join(this.#folder, project, `${filename}.metadata`);
    const found = await readLocalFile(recorded, 'recorded METADATA', longest);
    const path = pathOf(url);
    if (found !== undefined || path === undefined) return found;
    return readLocalFile(`${path}.metadata`, 'METADATA beside the file', longest);
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

async function sha256Of(bytes: Uint8Array): Promise<string> {
  // Here, not at the top: few runs ask for METADATA, and loading the cryptography takes time.
  const { createHash } = await import('node:crypto');
  return createHash('sha256').update(bytes).digest('hex');
}

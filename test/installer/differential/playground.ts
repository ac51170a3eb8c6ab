import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { WorldDeclaration } from './scenario.ts';
import { type StaticServer, startStaticServer } from './static-server.ts';
import { type WrittenWorld, writeWorld } from './write-world.ts';

/** A folder for worlds, and a server that serves it. */
export class Playground {
  readonly #root: string;
  readonly #server: StaticServer;
  #count = 0;

  private constructor(root: string, server: StaticServer) {
    this.#root = root;
    this.#server = server;
  }

  static async open(): Promise<Playground> {
    const root = await realpath(await mkdtemp(join(tmpdir(), 'wheelhouse-lint-worlds-')));
    return new Playground(root, await startStaticServer(root));
  }

  /** Writes a world, and takes it away afterwards. */
  async with<Result>(
    declaration: WorldDeclaration,
    use: (world: WrittenWorld) => Promise<Result>,
  ): Promise<Result> {
    this.#count += 1;
    const name = String(this.#count);
    const root = join(this.#root, name);
    try {
      return await use(await writeWorld(declaration, root, `${this.#server.url}/${name}`));
    } finally {
      await rm(root, { recursive: true, force: true });
    }
  }

  async close(): Promise<void> {
    await this.#server.close();
    await rm(this.#root, { recursive: true, force: true });
  }
}

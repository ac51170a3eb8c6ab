import { posix } from 'node:path';
import { buildWheel } from '../../fixtures/build-wheel.ts';
import { declareWheel } from '../../fixtures/declaration.ts';
import type { NamedWheel } from '../../src/engine/project.ts';
import type { IndexAnswer, IndexFile } from '../../src/index/index-answer.ts';
import { bufferSource } from '../../src/wheel/archive/byte-source.ts';
import type { WheelFacts } from '../../src/wheel/facts.ts';
import { readWheel } from '../../src/wheel/read-wheel.ts';

type Contents = Omit<Parameters<typeof declareWheel>[0], 'filename'>;

/** The facts of a wheel that was never on a disk. @param display its path */
export async function factsOf(display: string, contents: Contents = {}): Promise<WheelFacts> {
  const filename = posix.basename(display);
  const bytes = await buildWheel(declareWheel({ filename, ...contents }));
  return readWheel({ path: `/${display}`, display, filename }, async () => bufferSource(bytes));
}

/** The same for one whose name parses. */
export async function namedFactsOf(display: string, contents: Contents = {}): Promise<NamedWheel> {
  const { name, ...rest } = await factsOf(display, contents);
  if (name === undefined) throw new Error(`'${display}' does not parse`);
  return { ...rest, name };
}

/** What an index answers. */
export function listed(
  project: string,
  files: readonly (Partial<IndexFile> & { readonly filename: string })[],
  url = 'https://index.example/pypi',
): IndexAnswer {
  const unknown = { size: undefined, sha256: undefined, requiresPython: undefined, uploadTime: undefined };
  return {
    source: { url },
    project,
    status: 'listed',
    files: files.map((file) => ({ url: `${url}/${file.filename}`, yanked: false, ...unknown, ...file })),
  };
}

import { expect, test } from 'vitest';
import { LockedWheels } from '../../src/engine/locked-wheels.ts';
import type { ComparedWheel } from '../../src/engine/project.ts';
import { parseLockFile } from '../../src/lock-file/parse-lock-file.ts';
import { namedFactsOf } from '../support/facts.ts';

const sha256 = 'a'.repeat(64);

async function locked(text: string, names: readonly string[], known?: string) {
  const { promises } = parseLockFile(text, 'r.txt');
  const wheels = await Promise.all(
    names.map(
      async (name): Promise<ComparedWheel> => ({
        wheel: await namedFactsOf(name),
        sha256: known,
        matches: [],
      }),
    ),
  );
  const hashed: string[] = [];
  const found = await new LockedWheels([{ display: 'r.txt', promises }]).of(wheels, async ({ location }) => {
    hashed.push(location.display);
    return 'b'.repeat(64);
  });
  return { hashed, found: found.map((item) => `${item.wheel.name.filename} ${item.sha256?.slice(0, 1)}`) };
}

const demo = 'demo-1.0-py3-none-any.whl';
const other = 'demo-2.0-py3-none-any.whl';

test('only wheels that a lock speaks of are hashed', async () => {
  expect(await locked(`demo==1.0 --hash=sha256:${sha256}`, [demo, other])).toEqual({
    hashed: [demo],
    found: [`${demo} b`],
  });
});

test('no wheel is hashed for an entry without hashes', async () => {
  expect(await locked('demo==1.0', [demo])).toEqual({ hashed: [], found: [] });
});

test('what the comparison with an index hashed is not hashed again', async () => {
  expect(await locked(`demo==1.0 --hash=sha256:${sha256}`, [demo], 'c'.repeat(64))).toEqual({
    hashed: [],
    found: [`${demo} c`],
  });
});

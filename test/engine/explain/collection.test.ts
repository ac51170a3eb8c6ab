import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Collection } from '../../../src/engine/explain/collection.ts';
import type { PackageIndex } from '../../../src/index/index-answer.ts';
import { plainRequest } from '../../../src/installer/request.ts';

/** An index that fails after some milliseconds. */
function failing(url: string, after: number): PackageIndex {
  return {
    source: { url },
    async ask(project) {
      await sleep(after);
      return { source: { url }, project, status: 'unchecked', reason: 'HTTP 503' };
    },
    close: async () => {},
  };
}

test('what could not be asked is told in the same order, whoever fails first', async () => {
  const collection = new Collection(plainRequest('demo'));
  const indexes = [
    failing('https://a.example', 20),
    failing('https://b.example', 0),
    failing('https://c.example', 10),
  ];
  expect(await collection.fromIndexes(indexes)).toEqual([]);
  expect(collection.unchecked).toEqual(
    ['a', 'b', 'c'].map((name) => ({
      project: 'demo',
      source: `https://${name}.example`,
      reason: 'HTTP 503',
    })),
  );
});

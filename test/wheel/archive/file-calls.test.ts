import { expect, test } from 'vitest';
import { adaptiveCalls } from '../../../src/wheel/archive/file-calls.ts';

test('others get a turn every few milliseconds, however many read', async () => {
  let time = 0;
  const calls = adaptiveCalls(() => time);
  let done = 0;
  let longest = 0;
  let isOver = false;
  // What an index answers waits for such a turn.
  const listen = (before: number): void => {
    longest = Math.max(longest, done - before);
    if (!isOver) setImmediate(listen, done);
  };
  setImmediate(listen, 0);
  const read = async (): Promise<void> => {
    for (let call = 0; call < 50; call += 1) {
      await calls.statPath(import.meta.filename);
      time += 1;
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: 16 }, read));
  isOver = true;
  expect(done).toBe(800);
  expect(longest).toBeLessThan(40);
});

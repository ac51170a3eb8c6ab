import { randomInt } from 'node:crypto';
import { afterAll, describe, expect, test } from 'vitest';
import { compareOne, worldOf } from './differential/compare.ts';
import { compareTags } from './differential/compare-tags.ts';
import { compareWorld } from './differential/compare-world.ts';
import { findPip, type Pip } from './differential/find-pip.ts';
import { Playground } from './differential/playground.ts';

const found = await findPip('python3 -m pip');
const missing =
  'missing' in found
    ? found.missing
    : found.hasReport
      ? undefined
      : `${found.label} cannot say what it takes`;
const title = 'missing' in found ? 'pip' : found.label;
const playground = await Playground.open();
afterAll(() => playground.close());

/** @throws where there is none; the tests are skipped then */
function pip(): Pip {
  if ('missing' in found) throw new Error(found.missing);
  return found;
}

/** Another one in each run: `--seed` of `scripts/compare-with-pip.ts` repeats it. */
const seed = String(randomInt(1_000_000));

// It takes many processes: on a busy machine, and where a difference has to be made small, that may be long.
describe.skipIf(missing !== undefined)(
  `${title} and the model${missing ? ` (SKIPPED: ${missing})` : ''}`,
  () => {
    test('know the same tags', async () => {
      expect(await compareTags(pip())).toEqual([]);
    });

    test.concurrent.each([0, 1, 2, 3])('choose the same files, world %i', async (number) => {
      const world = worldOf(pip(), seed, number);
      const { differences, installed } = await compareOne(pip(), playground, seed, world);
      expect(differences.join('\n\n')).toBe('');
      expect(installed).toBeGreaterThan(0);
    }, 180_000);

    test('choose differently where the model is wrong', async () => {
      const { model } = pip().installer;
      const reversed = {
        ties: model.ties.toReversed(),
        onOnePage: 'first-listed',
        folders: 'largest-url',
      } as const;
      const wrong = { ...pip().installer, model: { ...model, ...reversed } };
      const { differences } = await playground.with(worldOf(pip(), 'wrong', 4, 20), (world) =>
        compareWorld({ ...pip(), installer: wrong }, world),
      );
      expect(differences.length).toBeGreaterThan(0);
    }, 60_000);
  },
);

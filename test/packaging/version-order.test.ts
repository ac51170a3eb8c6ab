import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparePublic, compareVersions } from '../../src/packaging/version.ts';
import { closeVersionText, versionText } from './generators.ts';
import { version } from './parsed.ts';

/** Each list from the oldest to the newest. */
const orders: [subject: string, texts: string[]][] = [
  [
    'phases of a release',
    [
      '1.0.dev1',
      '1.0.dev2',
      '1.0a1.dev1',
      '1.0a1',
      '1.0a1.post1.dev1',
      '1.0a1.post1',
      '1.0a2',
      '1.0b1',
    ].concat([
      '1.0rc1',
      '1.0rc10',
      '1.0',
      '1.0.post0.dev1',
      '1.0.post0',
      '1.0.post1',
      '1.0.post10',
      '1.0.1.dev0',
      '1.1',
    ]),
  ],
  ['epochs', ['2026.1', '1!0.1', '1!2', '2!0']],
  ['numbers by value', ['1.2', '1.9', '1.10', '1.100', '2']],
  [
    'build dates past 2^53',
    ['1.0.dev20261231235959998', '1.0.dev20261231235959999', '1.0.dev20261231235960000'],
  ],
  ['numbers past 2^53', [`1.${'9'.repeat(39)}8`, `1.${'9'.repeat(40)}`, '2', `${'9'.repeat(40)}`]],
  [
    'labels',
    ['1.0', '1.0+a', '1.0+abc.5', '1.0+abc.7', '1.0+computecanada', '1.0+computecanada.cu118'].concat([
      '1.0+computecanada.1',
      '1.0+cu118.computecanada',
      '1.0+5',
      '1.0+9',
      '1.0+10',
      '1.0.post1',
    ]),
  ],
  [
    'labels that pip was measured with',
    ['1.0', '1.0+awesomelyfast', '1.0+computecanada', '1.0+computecanada.1', '1.0+cpu', '1.0+cu118'].concat(
      ['1.0+cu126', '1.0+cxx11.abi', '1.0+dummy.computecanada', '1.0+local', '1.0+rocm6.2'],
      ['1.0+torch210.computecanada', '1.0+torch27.computecanada', '1.0+torch29.computecanada', '1.0+1'],
      ['1.0+1.computecanada'],
    ),
  ],
  [
    'single words and numbers',
    ['alliance', 'computecanada', 'computecanada2', 'cpu', 'cu118', 'cu126', 'cu130', 'cuda12', 'drac']
      .concat(['dummy', 'local', 'redhat', 'rocm6.2', 'torch29', 'unofficial', 'xpu', 'zz', '0', '1', '2026'])
      .map((label) => `1.0+${label}`),
  ],
  ['words that look like numbers', ['1.0+0x10', '1.0+1e5', '1.0+1', '1.0+15', '1.0+100001']],
  ['long numbers', [`1.0+${'9'.repeat(39)}8`, `1.0+${'9'.repeat(40)}`, `1.0+1${'0'.repeat(40)}`]],
];

const equals: string[][] = [
  ['1', '1.0', '1.0.0', 'v1', '0!1.0', '01.0'],
  ['0', '0.0', '0.0.0'],
  ['1.0+Compute_Canada', '1.0.0+compute.canada', '1+compute-canada'],
  ['1.0+01', '1.0+1', '1.0+0001'],
  ['1.0-1', '1.0.post1', '1.0.r1', '1.0.0rev01'],
  ['1.0a', '1.0.alpha0', '1a0'],
  ['1.0+1e5', '1.0+1E5'],
];

const sign = (a: string, b: string): number => Math.sign(compareVersions(version(a), version(b)));

describe('compareVersions', () => {
  it.each(orders)('orders %s', (_, texts) => {
    const places = texts.flatMap((a, i) => texts.map((b, j) => `${a} ${Math.sign(i - j)} ${b}`));
    expect(texts.flatMap((a) => texts.map((b) => `${a} ${sign(a, b)} ${b}`))).toEqual(places);
  });

  it.each(equals)('holds %s and %s equal', (...texts) => {
    for (const a of texts) for (const b of texts) expect(sign(a, b)).toBe(0);
    expect(new Set(texts.map((text) => version(text).key)).size).toBe(1);
  });

  const pair = fc.oneof(
    fc.tuple(closeVersionText, closeVersionText, closeVersionText),
    fc.tuple(versionText, versionText, versionText),
  );

  it('is a total order', () => {
    const check = ([a, b, c]: [string, string, string]): void => {
      expect(sign(a, a)).toBe(0);
      expect(sign(a, b) + sign(b, a)).toBe(0);
      if (sign(a, b) <= 0 && sign(b, c) <= 0) expect(sign(a, c)).toBeLessThanOrEqual(0);
    };
    fc.assert(fc.property(pair, check), { numRuns: 3000 });
  });

  it('gives one key to equal versions, and to no others', () => {
    const check = ([a, b]: [string, string, string]): void => {
      expect(version(a).key === version(b).key).toBe(sign(a, b) === 0);
    };
    fc.assert(fc.property(pair, check), { numRuns: 3000 });
  });

  it('puts a label behind its public version and before everything newer', () => {
    const check = ([a, b]: [string, string, string]): void => {
      const [labelled, other] = [version(`${version(a).public}+cc`), version(b)];
      if (comparePublic(labelled, other) !== 0) {
        expect(compareVersions(labelled, other)).toBe(comparePublic(version(a), other));
      }
      expect(compareVersions(labelled, version(version(a).public))).toBeGreaterThan(0);
    };
    fc.assert(fc.property(pair, check));
  });
});

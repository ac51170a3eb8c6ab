import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPrerelease, localLabel, parseVersion } from '../../src/packaging/version.ts';
import { nearlyVersionText, versionText } from './generators.ts';
import { version } from './parsed.ts';

const normalForms: [text: string, normal: string][] = [
  ['1.0', '1.0'],
  ['1.0.0', '1.0.0'],
  ['v1.0', '1.0'],
  ['01.002', '1.2'],
  ['0!1.0', '1.0'],
  ['2!1.0', '2!1.0'],
  ['1.0ALPHA1', '1.0a1'],
  ['1.0.beta-2', '1.0b2'],
  ['1.0c1', '1.0rc1'],
  ['1.0_preview_3', '1.0rc3'],
  ['1.0a', '1.0a0'],
  ['1.0-1', '1.0.post1'],
  ['1.0rev2', '1.0.post2'],
  ['1.0r', '1.0.post0'],
  ['1.0DEV', '1.0.dev0'],
  ['1.0a1.post2.dev3', '1.0a1.post2.dev3'],
  ['1.0+Compute_Canada', '1.0+compute.canada'],
  ['1.0+compute-canada', '1.0+compute.canada'],
  ['1.0+001', '1.0+1'],
  ['1.0+1e5', '1.0+1e5'],
  ['1.0+0x10', '1.0+0x10'],
  [`1.0+${'7'.repeat(40)}`, `1.0+${'7'.repeat(40)}`],
  ['1.0.dev20261231235959999', '1.0.dev20261231235959999'],
  [`${'8'.repeat(40)}.0`, `${'8'.repeat(40)}.0`],
  ['99999999999999999999!1.0rc88888888888888888888', '99999999999999999999!1.0rc88888888888888888888'],
];

const noVersions = [
  ...['', ' ', '1.0 ', 'a', '1.', '.1', '1..0', '1.0+', '1.0+a+b', '1.0+a..b', '1.0+é', '1.0x', '1.0.*'],
  ...['1.0_computecanada', '1.0computecanada', '1.0+computecanada.', '1.0-computecanada', '1!', '1!2!3'],
  ...['1.0--1', '٣.0', '1.0\n', '1,0', '9'.repeat(5000)],
];

describe('parseVersion', () => {
  it.each(normalForms)('gives %s the normal form %s', (text, normal) => {
    expect(version(text)).toMatchObject({ text, normal });
  });

  it.each(noVersions)('does not take %j for a version', (text) => {
    expect(parseVersion(text)).toBeUndefined();
  });

  it('takes a version apart', () => {
    expect(version('1!2.3rc4.post5.dev6+Local.7')).toMatchObject({
      public: '1!2.3rc4.post5.dev6',
      local: ['local', 7n],
      epoch: 1,
      release: [2, 3],
      pre: ['rc', 4],
      post: 5,
      dev: 6,
    });
    expect(version('1.0')).toMatchObject({ pre: undefined, post: undefined, dev: undefined, local: [] });
  });

  it('tells the label in normal form', () => {
    expect(localLabel(version('1.0+Compute_Canada.01'))).toBe('compute.canada.1');
    expect(localLabel(version('1.0'))).toBeUndefined();
  });

  it.each(['1.0a1', '1.0rc1', '1.0.dev0', '1.0.post1.dev0'])('calls %s a pre-release', (text) => {
    expect(isPrerelease(version(text))).toBe(true);
  });

  it.each(['1.0', '1.0.post1', '1.0+a'])('does not call %s a pre-release', (text) => {
    expect(isPrerelease(version(text))).toBe(false);
  });

  it('leaves a normal form as it is', () => {
    fc.assert(
      fc.property(versionText, (text) => {
        const { normal, public: publicPart, key } = version(text);
        expect(version(normal)).toMatchObject({ normal, public: publicPart, key });
        expect(version(publicPart).normal).toBe(publicPart);
      }),
    );
  });

  it('never throws', () => {
    const texts = fc.oneof(nearlyVersionText, fc.string(), fc.string({ unit: 'binary' }));
    fc.assert(fc.property(texts, (text) => [text, undefined].includes(parseVersion(text)?.text)));
    for (const part of ['1', '.1', '1.', '+', 'a', '1!', '1-']) {
      expect(parseVersion(part.repeat(2_000_000))).toBeUndefined();
      expect(parseVersion(`1+${part.repeat(2_000_000)}`)).toBeUndefined();
    }
  });
});

import { describe, expect, it } from 'vitest';
import type { Environment } from '../../src/installer/environment.ts';
import { glibcPlatforms } from '../../src/installer/platforms.ts';
import { bestTag, rankTags } from '../../src/installer/supported-tags.ts';
import { expandTags, formatTag } from '../../src/packaging/tags.ts';
import { filename } from '../wheel/parsed.ts';

const environment = (minor: number, threaded: boolean, platforms: string[]): Environment => ({
  interpreter: { implementation: 'cpython', minor, threaded },
  platforms,
  legacyTags: false,
});
const ranks = rankTags(environment(11, false, glibcPlatforms(34, 'x86_64')));
const threaded = rankTags(environment(13, true, ['win_amd64']));
const rank = (tags: string, of = ranks) =>
  bestTag(of, expandTags(filename(`demo-1.0-${tags}.whl`)).map(formatTag))?.rank;

describe('bestTag', () => {
  it('puts files in the order that pip 26.2 was seen to', () => {
    const ladder = [
      ...['cp311-cp311-manylinux_2_28_x86_64', 'cp311-cp311-manylinux_2_17_x86_64'],
      ...['cp311-cp311-manylinux2014_x86_64', 'cp311-cp311-linux_x86_64', 'cp311-abi3-linux_x86_64'],
      ...['cp311-none-linux_x86_64', 'cp38-abi3-linux_x86_64', 'py3-none-linux_x86_64'],
      ...['cp311-none-any', 'py311-none-any', 'py3-none-any'],
    ].map((tags) => rank(tags));
    expect(ladder.map(Number).toSorted((a, b) => a - b)).toEqual(ladder);
    expect(new Set(ladder).size).toBe(ladder.length);
  });

  it.each([
    ['py2.py3-none-any', 'py3-none-any'],
    ['cp311-cp311-manylinux2014_x86_64.manylinux_2_17_x86_64', 'cp311-cp311-manylinux_2_17_x86_64'],
    ['py3.cp311-none-any', 'cp311-none-any'],
  ])('counts %s as its best member', (set, best) => {
    expect(rank(set)).toBe(rank(best));
    expect(rank(set)).toBeDefined();
  });

  it.each([
    ...['py2-none-any', 'cp312-cp312-linux_x86_64', 'cp312-abi3-linux_x86_64', 'cp311-cp311t-linux_x86_64'],
    ...['cp311-cp311-linux_aarch64', 'cp311-cp311-manylinux_2_35_x86_64', 'cp311-cp311-win_amd64'],
    ...['py312-none-any', 'cp310-cp310-linux_x86_64', 'cp310-none-any'],
  ])('gives none to %s on CPython 3.11 and glibc 2.34', (tags) => {
    expect(rank(tags)).toBeUndefined();
  });

  it('knows the ABI of a free-threaded Python', () => {
    expect(rank('cp313-cp313t-win_amd64', threaded)).toBe(0);
    expect(rank('cp313-cp313-win_amd64', threaded)).toBeUndefined();
    expect(rank('cp313-abi3-win_amd64', threaded)).toBeUndefined();
    expect(rank('py3-none-any', threaded)).toBeDefined();
  });
});

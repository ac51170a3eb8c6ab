import { describe, expect, it } from 'vitest';
import { orderOf, outcomeOf, rank } from './choosing.ts';
import { offer, source } from './offered.ts';

const folder = source('folder', 'wheelhouse', 0);
const page = source('page', 'page', 1);
const first = source('index', 'first', 0);
const second = source('index', 'second', 1);
const pure = (version: string) => `demo-${version}-py3-none-any.whl`;
const linux = (version: string) => `demo-${version}-cp311-cp311-manylinux2014_x86_64.whl`;

describe('Poetry', () => {
  it('takes no folders, and pages behind indexes', () => {
    const offers = [offer(pure('9.0'), folder), offer(pure('1.0'), page), offer(pure('1.0'), first)];
    const ranking = rank('poetry', 'demo', offers);
    expect(orderOf(ranking)).toEqual(['first:1.0-py3-none-any', 'page:1.0-py3-none-any']);
    expect(ranking.excluded.map(({ reason }) => reason)).toEqual(['poetry takes no folders of files']);
  });

  it('takes the newest version of all sources, and of one version only the files of the first source', () => {
    const offers = [offer(pure('1.0'), first), offer(linux('1.0'), second), offer(pure('1.1'), second)];
    expect(orderOf(rank('poetry', 'demo', offers))).toEqual([
      'second:1.1-py3-none-any',
      'first:1.0-py3-none-any',
      'second:1.0-cp311-cp311-manylinux2014_x86_64',
    ]);
  });

  it('compares build tags before tags', () => {
    const offers = [offer(linux('1.0'), first), offer(pure('1.0-1'), first)];
    expect(outcomeOf(rank('poetry', 'demo', offers))).toBe('first:1.0-1-py3-none-any');
  });

  it('settles on a version before it looks whether a file fits', () => {
    const offers = [offer('demo-2.0-cp311-cp311-win_amd64.whl', first), offer(pure('1.0'), first)];
    expect(outcomeOf(rank('poetry', 'demo', offers))).toBe(
      'poetry settles on version 2.0 of first, which has no file that fits.',
    );
    const sdist = offer('demo-2.0.tar.gz', first);
    expect(outcomeOf(rank('poetry', 'demo', [...offers, sdist]))).toBe(
      'first:demo-2.0.tar.gz'.replace('demo-', ''),
    );
  });
});

describe('PDM', () => {
  it('takes the source listed first in a tie, folder or index alike', () => {
    const offers = [
      offer(pure('1.0'), second),
      offer(pure('1.0'), source('folder', 'z', 0)),
      offer(pure('1.0'), source('folder', 'a', 1)),
      offer(pure('1.0'), first),
    ];
    expect(orderOf(rank('pdm', 'demo', offers))).toEqual([
      'first:1.0-py3-none-any',
      'second:1.0-py3-none-any',
      'z:1.0-py3-none-any',
      'a:1.0-py3-none-any',
    ]);
  });

  it('compares tags before build tags, across all sources', () => {
    const offers = [offer(pure('1.0-9'), first), offer(linux('1.0'), second)];
    expect(outcomeOf(rank('pdm', 'demo', offers))).toBe('second:1.0-cp311-cp311-manylinux2014_x86_64');
  });

  it('prefers an old wheel to a new sdist where that is asked for', () => {
    const offers = [offer(pure('1.0'), first), offer('demo-2.0.tar.gz', first)];
    expect(outcomeOf(rank('pdm', 'demo', offers))).toBe('first:2.0.tar.gz');
    expect(outcomeOf(rank('pdm', 'demo', offers, { more: { preferBinary: true } }))).toBe(
      'first:1.0-py3-none-any',
    );
  });
});

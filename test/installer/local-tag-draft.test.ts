import { describe, expect, it } from 'vitest';
import { outcomeOf, rank } from './choosing.ts';
import { offer, source } from './offered.ts';

const anywhere = source('folder', 'f');
const files = {
  local: (version: number) => offer(`demo-${version}.0-cp311-cp311-local_linux_x86_64.whl`, anywhere),
  foreign: (version: number) => offer(`demo-${version}.0-cp311-cp311-manylinux2014_x86_64.whl`, anywhere),
  pure: (version: number) => offer(`demo-${version}.0-py3-none-any.whl`, anywhere),
  sdist: (version: number) => offer(`demo-${version}.0.tar.gz`, anywhere),
};
type Kind = keyof typeof files;

/** The kind and version that is taken of files in these versions, as `local 1`. */
function taken(versions: Partial<Record<Kind, number>>, installer = 'local-tag-draft', preferBinary = false) {
  const kinds: readonly Kind[] = ['local', 'foreign', 'pure', 'sdist'];
  const offers = kinds.flatMap((kind) => {
    const version = versions[kind];
    return version === undefined ? [] : [{ kind, version, offer: files[kind](version) }];
  });
  const ranking = rank(
    installer,
    'demo',
    offers.map((item) => item.offer),
    { more: { preferBinary } },
  );
  const found = offers.find((item) => item.offer === ranking.selected);
  return found === undefined ? outcomeOf(ranking) : `${found.kind} ${found.version}`;
}

describe('the draft of a local wheel tag, without sdists', () => {
  it('case 1: takes the older local wheel, or stops, or takes the newest, as the installer chooses', () => {
    const versions = { local: 1, foreign: 2 };
    expect(taken(versions)).toBe('local 1');
    expect(taken(versions, 'local-tag-draft:newest')).toBe('foreign 2');
    expect(taken(versions, 'local-tag-draft:error')).toBe(
      'local-tag-draft (error) stops: demo-2.0-cp311-cp311-manylinux2014_x86_64.whl is newer than the local wheel demo-1.0-cp311-cp311-local_linux_x86_64.whl.',
    );
  });

  it('case 2: takes a local wheel of the highest version', () => {
    expect(taken({ local: 2, foreign: 1 })).toBe('local 2');
  });

  it('case 3: takes the local one of two wheels of the highest version', () => {
    expect(taken({ local: 2, foreign: 2 })).toBe('local 2');
    expect(taken({ local: 2, pure: 2 })).toBe('local 2');
  });
});

describe('the draft of a local wheel tag, with sdists', () => {
  it.each([
    ['1', { sdist: 1, foreign: 2, local: 3 }, 'local 3', 'local 3'],
    ['2', { foreign: 1, sdist: 2, local: 3 }, 'local 3', 'local 3'],
    ['3', { sdist: 1, local: 2, foreign: 3 }, 'local 2', 'foreign 3'],
    ['4', { foreign: 1, local: 2, sdist: 3 }, 'sdist 3', 'sdist 3'],
    // The sdist is built into a local wheel, which then counts as one.
    ['5', { local: 1, sdist: 2, foreign: 3 }, 'sdist 2', 'foreign 3'],
    ['6', { local: 1, foreign: 2, sdist: 3 }, 'sdist 3', 'sdist 3'],
  ])('case %s', (_, versions, older, newest) => {
    expect(taken(versions)).toBe(older);
    expect(taken(versions, 'local-tag-draft:newest')).toBe(newest);
  });

  it('case 4 with binaries preferred: takes the newest wheel, which is local', () => {
    expect(taken({ foreign: 1, local: 2, sdist: 3 }, 'local-tag-draft', true)).toBe('local 2');
  });

  it('case 5, where the build fails: the older local wheel is what is left', () => {
    expect(taken({ local: 1, foreign: 3 })).toBe('local 1');
  });
});

describe('the draft of a local wheel tag, without a local wheel', () => {
  it('takes any wheel, or refuses those of other platforms, and always takes pure ones', () => {
    expect(taken({ foreign: 2, pure: 1 })).toBe('foreign 2');
    expect(taken({ foreign: 2, pure: 1 }, 'local-tag-draft:local-wheels-only')).toBe('pure 1');
    expect(taken({ foreign: 2 }, 'local-tag-draft:local-wheels-only')).toBe('nothing');
  });

  it('takes a newer pure wheel over an older local one: it counts as neither', () => {
    expect(taken({ local: 1, pure: 2 })).toBe('pure 2');
  });
});

it.each(['pip@20.3', 'pip@26.3', 'uv', 'pdm'])('%s does not see local wheels', (installer) => {
  const ranking = rank(installer, 'demo', [files.local(2), files.foreign(1)]);
  expect(outcomeOf(ranking)).toMatch(/manylinux2014/);
  expect(ranking.excluded.map(({ reason }) => reason)).toEqual([
    "'local_' platforms are a draft that no installer reads",
  ]);
});

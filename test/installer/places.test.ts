import { expect, it } from 'vitest';
import { formatPlace, type PlaceSettings, placesFor } from '../../src/installer/places.ts';
import { filename } from '../wheel/parsed.ts';

const derived: PlaceSettings = {
  interpreters: undefined,
  machines: undefined,
  glibcMinor: undefined,
  manylinux: true,
};
const places = (tags: readonly string[], settings: Partial<PlaceSettings> = {}) =>
  placesFor(
    tags.map((tag) => filename(`demo-1.0-${tag}.whl`)),
    { ...derived, ...settings },
  ).map(formatPlace);

it.each([
  ['its Python and machine', ['cp311-cp311-linux_x86_64'], ['Python 3.11 on linux_x86_64']],
  [
    'each Python of several wheels, oldest first',
    ['cp312-cp312-win_amd64', 'cp39-cp39-win_amd64'],
    ['Python 3.9 on win_amd64', 'Python 3.12 on win_amd64'],
  ],
  ['the usual Python for a stable ABI', ['cp38-abi3-linux_x86_64'], ['Python 3.13 on linux_x86_64']],
  ['one that is new enough for it', ['cp314-abi3-linux_x86_64'], ['Python 3.14 on linux_x86_64']],
  ['the usual machine for a pure wheel', ['py2.py3-none-any'], ['Python 3.13 on linux_x86_64']],
  ['a free-threaded Python', ['cp313-cp313t-win_amd64'], ['Python 3.13t on win_amd64']],
  [
    'the first Python with a free-threaded stable ABI',
    ['cp315-abi3t-win_amd64'],
    ['Python 3.15t on win_amd64'],
  ],
  ['PyPy', ['pp310-pypy310_pp73-win_amd64'], ['Python pypy3.10 on win_amd64']],
  [
    'a machine with the newest glibc that a tag asks for',
    ['cp311-cp311-manylinux_2_43_x86_64'],
    ['Python 3.11 on manylinux_2_43_x86_64'],
  ],
  [
    'both halves of a universal wheel',
    ['cp311-cp311-macosx_11_0_universal2'],
    ['Python 3.11 on macosx_15_0_arm64', 'Python 3.11 on macosx_15_0_x86_64'],
  ],
  ['musl', ['cp311-cp311-musllinux_1_1_x86_64'], ['Python 3.11 on musllinux_1_2_x86_64']],
  ['a draft tag', ['cp311-cp311-local_linux_x86_64'], ['Python 3.11 on linux_x86_64']],
  ['nothing for Python 2', ['py2-none-any', 'cp27-cp27mu-linux_x86_64'], []],
])('tags name %s', (_, tags, expected) => {
  expect(places(tags)).toEqual(expected);
});

it('takes the usual Python and machine where there are no wheels', () => {
  expect(places([])).toEqual(['Python 3.13 on linux_x86_64']);
});

it('takes what was said over what tags name', () => {
  const interpreters = [{ implementation: 'cpython', minor: 10, threaded: false }] as const;
  expect(places(['cp311-cp311-linux_x86_64'], { interpreters })).toEqual(['Python 3.10 on linux_x86_64']);
  expect(places(['cp311-cp311-linux_x86_64'], { glibcMinor: 28, manylinux: false })).toEqual([
    'Python 3.11 on manylinux_2_28_x86_64 without manylinux',
  ]);
});

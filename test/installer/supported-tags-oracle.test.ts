import * as v from 'valibot';
import { describe, it } from 'vitest';
import type { Environment } from '../../src/installer/environment.ts';
import { pythonMinors } from '../../src/installer/interpreter.ts';
import { glibcPlatforms, macPlatforms, muslPlatforms } from '../../src/installer/platforms.ts';
import { rankTags, supportedTags } from '../../src/installer/supported-tags.ts';
import { expectSame } from '../packaging/differences.ts';
import { isAtLeast, oracle } from '../packaging/oracle.ts';

const list = v.array(v.string());
const platformLists = [
  glibcPlatforms(17, 'x86_64'),
  glibcPlatforms(34, 'aarch64'),
  muslPlatforms(2, 'x86_64'),
  macPlatforms(14, 0, 'arm64'),
  ['win_amd64'],
];

const environments: Environment[] = pythonMinors.flatMap((minor) =>
  [false, true]
    .filter((threaded) => !threaded || minor >= 13)
    .flatMap((threaded) =>
      platformLists.map(
        (platforms): Environment => ({
          interpreter: { implementation: 'cpython', minor, threaded },
          platforms,
          legacyTags: false,
        }),
      ),
    ),
);

/** Versions of macOS and of machines that a Python can run on. */
const macs = [
  ...[9, 12, 15, 16].map((minor) => [10, minor, 'x86_64'] as const),
  ...[11, 12, 14, 26].flatMap((major) =>
    (['x86_64', 'arm64'] as const).map((arch) => [major, 0, arch] as const),
  ),
];

describe.skipIf(oracle.missing !== undefined)(`beside Python's packaging (${oracle.label})`, () => {
  it('gives the tags of each CPython in the same order', () => {
    const comparable = environments.filter(isComparable);
    const questions = comparable.map(({ interpreter: { minor, threaded }, platforms }) => [
      minor,
      threaded,
      platforms,
    ]);
    const answers = oracle.ask({ supported: questions }, 'supported', list);
    expectSame(
      comparable,
      (environment) => [...rankTags(environment).keys()],
      (_, i) => [...new Set(answers[i])],
    );
  });

  it('gives the tags of each PyPy in the same order', () => {
    const pypys = [9, 10, 11].flatMap((minor) =>
      platformLists.map((platforms) => [minor, platforms] as const),
    );
    const answers = oracle.ask({ pypy: pypys }, 'pypy', list);
    expectSame(
      pypys,
      ([minor, platforms]) => [
        ...rankTags({
          interpreter: { implementation: 'pypy', minor, threaded: false },
          platforms,
          legacyTags: false,
        }).keys(),
      ],
      (_, i) => [...new Set(answers[i])],
    );
  });

  it('gives no tag twice, where the library gives none twice', () => {
    const comparable = environments.filter(isComparable);
    expectSame(
      comparable,
      (environment) => [...supportedTags(environment)].length,
      (environment) => rankTags(environment).size,
    );
  });

  it('gives the platforms of macOS in the same order', () => {
    const answers = oracle.ask({ mac: macs }, 'mac', list);
    expectSame(
      macs,
      ([major, minor, architecture]) => macPlatforms(major, minor, architecture),
      // Before 26.3 the library misspelt `fat3`.
      (_, i) => answers[i]?.map((platform) => platform.replace(/_fat32$/, '_fat3')),
    );
  });
});

/** Before 26.1 free-threaded Pythons had no stable ABI. */
function isComparable({ interpreter: { threaded } }: Environment): boolean {
  return !threaded || isAtLeast(26, 1);
}

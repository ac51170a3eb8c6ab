import { describe, expect, test } from 'vitest';
import { isPromised, oldestPromise } from '../../../src/wheel/native/manylinux-policy.ts';
import { compareNumbers, parseSymbolVersion } from '../../../src/wheel/native/symbol-version.ts';
import { promiseOf, promisesOf } from '../../../src/wheel/native/tag-promise.ts';

const versionsOf = (...texts: string[]) => texts.flatMap((text) => parseSymbolVersion(text) ?? []);

describe('symbol versions', () => {
  test.each([
    ['GLIBC_2.2.5', 'GLIBC', [2, 2, 5]],
    ['CXXABI_1.3', 'CXXABI', [1, 3]],
    ['GLIBC_ABI_DT_RELR', 'GLIBC', [2, 36]],
  ])('%s', (text, family, numbers) => {
    expect(parseSymbolVersion(text)).toEqual({ family, numbers });
  });

  test.each([
    'GLIBC_PRIVATE',
    'CXXABI_FLOAT128',
    'GLIBCXX_LDBL_3.4',
    '_1',
    'GLIBC',
    'GLIBC_2.',
    'GLIBC_2.1234567',
  ])('%s has no order', (text) => expect(parseSymbolVersion(text)).toBeUndefined());

  test('are compared by number', () => {
    expect(compareNumbers([2, 9], [2, 17])).toBeLessThan(0);
    expect(compareNumbers([3, 4], [3, 4, 0])).toBe(0);
    expect(compareNumbers([3, 4, 21], [3, 4, 9])).toBeGreaterThan(0);
  });
});

describe('what a manylinux tag promises', () => {
  /** [version, minor of the tag, architecture]: the newest one that is promised, as auditwheel's policies have them. */
  test.each([
    ['GLIBC_2.5', 5, 'x86_64'],
    ['GLIBCXX_3.4.19', 17, 'x86_64'],
    ['CXXABI_1.3.7', 17, 'aarch64'],
    ['GCC_4.8.0', 17, 'x86_64'],
    ['GCC_4.7.0', 17, 's390x'],
    ['GLIBC_2.18', 17, 'aarch64'],
    ['GLIBCXX_3.4.22', 26, 'x86_64'],
    ['GLIBCXX_3.4.24', 26, 'aarch64'],
    ['GCC_12.0.0', 35, 'i686'],
    ['GCC_7.0.0', 35, 'riscv64'],
    ['GCC_11.0', 35, 'aarch64'],
    ['GLIBCXX_3.4.32', 39, 'loongarch64'],
    ['GLIBCXX_3.4.33', 41, 'x86_64'],
  ])('%s at 2.%i on %s, and nothing newer', (text, minor, architecture) => {
    const [version] = versionsOf(text);
    if (version === undefined) throw new Error(text);
    const { family, numbers } = version;
    expect(isPromised(version, minor, architecture)).toBe(true);
    const newer = numbers.with(-1, (numbers.at(-1) ?? 0) + 1);
    expect(isPromised({ family, numbers: newer }, minor, architecture)).toBe(false);
  });

  test('says nothing of other libraries', () => {
    expect(isPromised({ family: 'OPENSSL', numbers: [9] }, 5, 'x86_64')).toBe(true);
  });

  test.each([
    [['GLIBC_2.2.5'], 'x86_64', 5],
    [['GLIBC_2.17'], 'aarch64', 17],
    [['GLIBC_2.18'], 'aarch64', 17],
    [['GLIBC_2.17', 'GLIBCXX_3.4.25'], 'x86_64', 31],
    [['GLIBC_2.27'], 'riscv64', 31],
    [['GLIBC_2.50'], 'x86_64', 50],
    [['GLIBC_2.17', 'CXXABI_1.9'], 'x86_64', undefined],
  ] as const)('the oldest tag for %j on %s is 2.%s', (texts, architecture, minor) => {
    expect(oldestPromise(versionsOf(...texts), architecture)).toBe(minor);
  });
});

describe('platform tags', () => {
  test.each([
    ['manylinux1_i686', { kind: 'glibc', minor: 5, architecture: 'i686' }],
    ['manylinux2014_ppc64le', { kind: 'glibc', minor: 17, architecture: 'ppc64le' }],
    ['manylinux_2_28_x86_64', { kind: 'glibc', minor: 28, architecture: 'x86_64' }],
    ['musllinux_1_2_aarch64', { kind: 'musl', architecture: 'aarch64' }],
    ['macosx_10_9_universal2', { kind: 'macos', major: 10, minor: 9 }],
  ])('%s', (tag, promise) => {
    expect(promiseOf(tag)).toEqual({ tag, ...promise });
  });

  test.each([
    'linux_x86_64',
    'win_amd64',
    'any',
    'manylinux_3_0_x86_64',
    'manylinux2015_x86_64',
  ])('%s promises nothing', (tag) => expect(promiseOf(tag)).toBeUndefined());

  test('the strictest of each architecture counts', () => {
    const tags = ['manylinux_2_28_x86_64', 'manylinux2014_x86_64', 'manylinux_2_28_aarch64', 'linux_x86_64'];
    expect(promisesOf(tags).map(({ tag }) => tag)).toEqual([
      'manylinux2014_x86_64',
      'manylinux_2_28_aarch64',
    ]);
  });
});

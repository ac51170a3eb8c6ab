import { describe, expect, test } from 'vitest';
import { zip } from '../../../fixtures/zip.ts';
import brokenManylinuxPromise from '../../../rules/broken-manylinux-promise.ts';
import wrongArchitecture from '../../../rules/wrong-architecture.ts';
import { RuleRun } from '../../../src/engine/run-rules.ts';
import { bufferSource } from '../../../src/wheel/archive/byte-source.ts';
import { readElfDynamic } from '../../../src/wheel/native/elf-dynamic.ts';
import { findVersions } from '../../../src/wheel/native/find-versions.ts';
import { identifyNative } from '../../../src/wheel/native/identify.ts';
import { readImports } from '../../../src/wheel/native/pe-imports.ts';
import { elfHash, versionOfHash } from '../../../src/wheel/native/version-hashes.ts';
import { readWheel } from '../../../src/wheel/read-wheel.ts';
import { location } from '../reading.ts';
import { compile, library, matches, orSay } from './compilers.ts';
import { wholeBytes } from './whole-bytes.ts';

const hasReadelf = orSay('readelf');

/** What readelf says of a file, in our words. */
function told(path: string) {
  const text = matches('readelf', ['-dlVW'], path, /^([\s\S]*)$/g).join('');
  const all = (pattern: RegExp) => Array.from(text.matchAll(pattern), ([, found = '']) => found);
  const needs = text.slice(text.indexOf('Version needs section'));
  return {
    needed: all(/\(NEEDED\).*\[(.*)\]/g),
    soname: all(/\(SONAME\).*\[(.*)\]/g)[0],
    rpath: all(/\((?:RUNPATH|RPATH)\).*\[(.*)\]/g).flatMap((entry) => entry.split(':')),
    versions: Array.from(needs.matchAll(/ Name: (\S+) +Flags: none/g), ([, name = '']) => name),
    interpreter: all(/program interpreter: (.*)\]/g)[0],
  };
}

function ours(bytes: Buffer) {
  const {
    needed = [],
    soname,
    rpath = [],
    versionNeeds = [],
    interpreter,
  } = readElfDynamic(wholeBytes(bytes));
  return { needed, soname, rpath, versions: versionNeeds.flatMap(({ versions }) => versions), interpreter };
}

const compilers: [string, string][] = [
  ['gcc', 'x86_64'],
  ['aarch64-linux-gnu-gcc', 'aarch64'],
  ['arm-linux-gnueabihf-gcc', 'armv7l'],
  ['i686-linux-gnu-gcc', 'i686'],
  ['powerpc64le-linux-gnu-gcc', 'ppc64le'],
  ['s390x-linux-gnu-gcc', 's390x'],
  ['riscv64-linux-gnu-gcc', 'riscv64'],
  ['musl-gcc', 'x86_64'],
];

describe.each(compilers)('what %s makes', (compiler, architecture) => {
  const isThere = hasReadelf && orSay(compiler);
  const isNative = compiler !== 'gcc' || process.arch === 'x64';

  const options: [string, string[]][] = [
    ['a library', library],
    [
      'SONAME, RUNPATH and debug sections',
      [...library, '-g', '-Wl,-soname,liba.so.1,-rpath,$ORIGIN/lib:/opt/lib'],
    ],
    ['RPATH, stripped', [...library, '-s', '-Wl,--disable-new-dtags,-rpath,/opt/lib']],
  ];
  test.runIf(isThere && isNative).each(options)('is read as readelf reads it: %s', (_, flags) => {
    compile(compiler, flags, (path, bytes) => {
      expect(ours(bytes)).toEqual(told(path));
      expect(identifyNative(bytes)?.architectures).toEqual([architecture]);
      const known = told(path).versions.flatMap((text) => versionOfHash(elfHash(text)) ?? []);
      const isLittle = architecture !== 's390x';
      expect(findVersions(bytes, isLittle) ?? []).toEqual(known);
    });
  });

  test.runIf(isThere && isNative && compiler !== 'musl-gcc')('and a program', () => {
    compile(compiler, ['-lm'], (path, bytes) => {
      expect(ours(bytes)).toEqual(told(path));
      expect(ours(bytes).interpreter).toMatch(/^\/lib/);
    });
  });
});

describe.runIf(orSay('x86_64-w64-mingw32-gcc') && orSay('objdump'))('what mingw makes', () => {
  test.each([
    ['a DLL', ['-shared', '-DLIBRARY']],
    ['a program', []],
  ])('%s is read as objdump reads it', (_, flags) => {
    compile('x86_64-w64-mingw32-gcc', flags, (path, bytes) => {
      const names = matches('objdump', ['-p'], path, /DLL Name: (\S+)/g);
      expect(readImports(wholeBytes(bytes)).needed).toEqual(names);
      expect(names.length).toBeGreaterThan(0);
    });
  });
});

/** Messages of rules about a wheel with this library. */
async function lint(
  library: Buffer,
  tags: string,
  ...rules: (typeof wrongArchitecture)[]
): Promise<string[]> {
  const filename = `demo-1.0-${tags}.whl`;
  const archive = await zip([
    ['demo/libdemo.so', library],
    ['demo-1.0.dist-info/METADATA', 'Metadata-Version: 2.1\nName: demo\nVersion: 1.0\n'],
    ['demo-1.0.dist-info/WHEEL', `Wheel-Version: 1.0\nRoot-Is-Purelib: false\nTag: ${tags}\n`],
    ['demo-1.0.dist-info/RECORD', ''],
  ]);
  const run = new RuleRun(
    rules.map((rule) => ({ rule, severity: 'error', options: {} })),
    undefined,
  );
  const wheel = await readWheel(location(filename), async () => bufferSource(archive), run.visitor);
  return run
    .finish({ wheels: [wheel], projects: [] })
    .map(({ messageId, data }) => `${messageId} ${data.suggestion}`);
}

describe('wheels of real libraries', () => {
  test.runIf(orSay('gcc') && process.arch === 'x64')(
    'pow needs glibc 2.29, which a tag promises or not',
    async () => {
      const bytes = compile('gcc', library, (_, content) => content);
      const promise = (tag: string) => lint(bytes, `py3-none-${tag}`, brokenManylinuxPromise);
      expect(await promise('manylinux_2_28_x86_64')).toEqual(['newer manylinux_2_29_x86_64']);
      expect(await promise('manylinux_2_29_x86_64')).toEqual([]);
      expect(await promise('linux_x86_64')).toEqual([]);
      expect(await promise('musllinux_1_2_x86_64')).toEqual(['glibcInMusl undefined']);
    },
  );

  test.runIf(orSay('musl-gcc'))('musl is no glibc', async () => {
    const bytes = compile('musl-gcc', library, (_, content) => content);
    expect(await lint(bytes, 'py3-none-musllinux_1_2_x86_64', brokenManylinuxPromise)).toEqual([]);
    expect(await lint(bytes, 'py3-none-manylinux2014_x86_64', brokenManylinuxPromise)).toEqual([
      'muslInGlibc undefined',
    ]);
  });

  test.runIf(orSay('aarch64-linux-gnu-gcc'))('the machine of a cross compiler', async () => {
    const bytes = compile('aarch64-linux-gnu-gcc', library, (_, content) => content);
    expect(await lint(bytes, 'py3-none-linux_aarch64', wrongArchitecture)).toEqual([]);
    expect(await lint(bytes, 'py3-none-linux_x86_64', wrongArchitecture)).toEqual([
      'wrong py3-none-linux_aarch64',
    ]);
  });

  test.runIf(orSay('gcc') && process.arch === 'x64')(
    'a processor level that the linker writes down',
    async () => {
      const bytes = compile('gcc', [...library, '-Wl,-z,x86-64-v3'], (_, content) => content);
      expect(await lint(bytes, 'py3-none-manylinux_2_36_x86_64', brokenManylinuxPromise)).toEqual([
        'isa undefined',
      ]);
    },
  );
});

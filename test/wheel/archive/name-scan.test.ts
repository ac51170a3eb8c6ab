import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findClashes, noClashes } from '../../../src/wheel/archive/member-clashes.ts';
import { findUnusual } from '../../../src/wheel/archive/member-names.ts';
import { entryBits, scanNames } from '../../../src/wheel/archive/name-scan.ts';
import { markOfFile, markOfFolder } from '../../../src/wheel/layout/marks.ts';
import { isImportable } from '../../../src/wheel/layout/module-name.ts';
import { entriesOf } from '../../support/directory-entries.ts';
import { member } from '../../support/member.ts';

/** What the scan says, beside what is true. */
function both(names: readonly Uint8Array[]) {
  const members = names.map((name) => member(Buffer.from(name).toString()));
  const clashes = findClashes(members);
  return {
    scan: scanNames(entriesOf(names), names.length),
    isOdd: members.some((item) => /[^\0-\x1f!-\x7f]/.test(item.name)),
    isUnusual: findUnusual(members).length > 0,
    isClash: JSON.stringify(clashes) !== JSON.stringify(noClashes),
    isShadow: members.some((item) => foldersOf(item.name).some((folder) => has(members, `${folder}.py`))),
    isOddSource: members.some((item) => isOddSource(item.name)),
  };
}

function has(members: readonly { readonly name: string }[], name: string): boolean {
  return members.some((item) => item.name === name);
}

/** `a` and `a/b` of `a/b/c.py`. */
function foldersOf(name: string): string[] {
  const parts = name.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

function isOddSource(name: string): boolean {
  return /[^/]\.py$/.test(name) && !name.slice(0, -'.py'.length).split('/').every(isImportable);
}

function isMarked(name: string): boolean {
  const base = name.lastIndexOf('/') + 1;
  return markOfFolder(name.slice(0, base)) !== undefined || markOfFile(name.slice(base)) !== undefined;
}

function bitsOf(entry = 0): Record<keyof typeof entryBits, boolean> {
  const { folder, source, elsewhere } = entryBits;
  return {
    folder: (entry & folder) !== 0,
    source: (entry & source) !== 0,
    elsewhere: (entry & elsewhere) !== 0,
  };
}

const bytesOf = (name: string): Uint8Array => Buffer.from(name);
const segment = fc.constantFrom(
  ...[
    'demo',
    'Demo',
    'DEMO',
    'a',
    'A',
    'b',
    'con',
    'com',
    'com1',
    'Lpt³',
    'nul.txt',
    'conin$',
    'CONOUT$.x',
    'aux ',
  ],
  ...[
    '.',
    '..',
    '',
    ' ',
    'a.',
    'é',
    'É',
    '\u212a',
    'k',
    '\\',
    'C:',
    '\0',
    '\u0085',
    'console',
    'lptx',
    'x|y',
    '~',
    'a~',
    '._a',
    '._',
    '.git',
    'tox.ini',
    'x.swp',
    'a.o',
    'demo.egg-info',
    'build',
    'lib',
  ],
  ...[
    'a.py',
    'demo.py',
    'class',
    'class.py',
    'True.py',
    'true.py',
    '1a.py',
    'a-b',
    'a.b.py',
    '_.py',
    '.py',
    'é.py',
  ],
);
const name = fc.oneof(
  fc.array(segment, { minLength: 1, maxLength: 4 }).map((segments) => bytesOf(segments.join('/'))),
  fc.string({ maxLength: 6 }).map(bytesOf),
  fc.uint8Array({ maxLength: 4 }),
);

describe('the scan of a directory', () => {
  it('has a doubt wherever something is odd', () => {
    fc.assert(
      fc.property(fc.array(name, { maxLength: 6 }), (names) => {
        const { scan, isOdd, isUnusual, isClash, isShadow, isOddSource } = both(names);
        expect(scan.mayBeUnusual || !isUnusual).toBe(true);
        expect(scan.isOdd).toBe(isOdd);
        expect(scan.mayClash || !isClash).toBe(true);
        expect(scan.mayShadow || !isShadow).toBe(true);
        expect(scan.mayHaveOddSource || !isOddSource).toBe(true);
      }),
      { numRuns: 20_000 },
    );
  });

  it('says of each entry what it is', () => {
    fc.assert(
      fc.property(fc.array(name, { maxLength: 6 }), (names) => {
        const { entries, longest, mayBeMarked } = scanNames(entriesOf(names), names.length);
        const texts = names.map((bytes) => Buffer.from(bytes).toString('latin1'));
        const bases = texts.map((text) => text.slice(text.lastIndexOf('/') + 1));
        const folders = texts.map((text) => text.slice(0, text.lastIndexOf('/') + 1));
        expect(texts.map((_, index) => bitsOf(entries[index]))).toEqual(
          texts.map((text, index) => ({
            folder: bases[index] === '',
            source: text.endsWith('.py'),
            elsewhere: folders[index] !== (folders[index - 1] ?? ''),
          })),
        );
        expect(longest).toBe(Math.max(0, ...texts.map(({ length }) => length)));
        expect(mayBeMarked || !texts.some(isMarked)).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });

  it('has none about usual names', () => {
    const usual = [
      'demo/__init__.py',
      'demo/config.py',
      'demo/nullable.pyi',
      'demo/',
      'demo/data_(1)/a+b.txt',
      'demo/ascii.py',
      'demo/Class.py',
      'demo2.py',
      'demo-1.0.dist-info/METADATA',
    ];
    const many = Array.from(
      { length: 20_000 },
      (_, index) => `Demo-1.0.data/purelib/${index % 7}/a${index}.c++`,
    );
    expect(scanNames(entriesOf([...usual, ...many].map(bytesOf)), usual.length + many.length)).toMatchObject({
      mayBeUnusual: false,
      isOdd: false,
      mayClash: false,
      mayShadow: false,
      mayHaveOddSource: false,
      mayBeMarked: false,
    });
  });

  it('sees a module beside a folder of its name, whichever comes first', () => {
    for (const names of [
      ['demo.py', 'demo/a.py'],
      ['a/demo/b/c.txt', 'a/demo.py'],
    ]) {
      expect(scanNames(entriesOf(names.map(bytesOf)), 2).mayShadow).toBe(true);
    }
  });

  it.each([
    'a/load-data.py',
    'a-b/c.py',
    '1a.py',
    'a/import.py',
    'lambda/a.py',
    'a/b.c.py',
    'é.py',
  ])('has a doubt whether %s can be imported', (name) => {
    expect(scanNames(entriesOf([bytesOf(name)]), 1).mayHaveOddSource).toBe(true);
  });

  it('sees a file that is a folder of others, whichever comes first', () => {
    for (const names of [
      ['x', 'demo', 'demo/a.py'],
      ['demo/a/b.py', 'y', 'demo/a'],
    ]) {
      expect(scanNames(entriesOf(names.map(bytesOf)), 3).mayClash).toBe(true);
    }
  });

  it.each([
    ['deep', (index: number) => `${'a/'.repeat(40)}${index}`, 2],
    ['many', (index: number) => `${index}/a`, 70_000],
  ])('says nothing of %s folders', (_, nameOf, count) => {
    const names = Array.from({ length: count }, (__, index) => bytesOf(nameOf(index)));
    expect(scanNames(entriesOf(names), count)).toMatchObject({
      mayBeUnusual: false,
      isOdd: false,
      mayClash: true,
      mayShadow: true,
      mayHaveOddSource: false,
      mayBeMarked: false,
    });
  });
});

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { linkedMachO } from '../../../fixtures/mach-o-writer.ts';
import { zip } from '../../../fixtures/zip.ts';
import rule from '../../../rules/missing-init-function.ts';
import { RuleRun } from '../../../src/engine/run-rules.ts';
import { bufferSource } from '../../../src/wheel/archive/byte-source.ts';
import { readElfInitFunctions } from '../../../src/wheel/native/elf-init-functions.ts';
import { isInitFunction } from '../../../src/wheel/native/init-functions.ts';
import { readMachOInitFunctions } from '../../../src/wheel/native/mach-o-init-functions.ts';
import { readPeInitFunctions } from '../../../src/wheel/native/pe-init-functions.ts';
import { readWheel } from '../../../src/wheel/read-wheel.ts';
import { location } from '../reading.ts';
import { compile, matches, orSay } from './compilers.ts';
import { wholeBytes } from './whole-bytes.ts';

/** Every kind of symbol that could be taken for an exported init function, among many others. */
const source = `
void *PyInit_global(void) { return 0; }
__attribute__((weak)) void *PyInit_weak(void) { return 0; }
__attribute__((visibility("hidden"))) void *PyInit_hidden(void) { return 0; }
static void *PyInit_internal(void) { return 0; }
void *PyModExport_global(void) { return PyInit_internal(); }
void *HPyInit_other(void) { return PyInit_hidden(); }
void *prefixed_PyInit_end(void) { return 0; }
${Array.from({ length: 300 }, (_, index) => `int function_${index}(void) { return ${index}; }`).join('\n')}
`;
/** What only ELF can say: others define it. */
const undefinedToo = 'void *PyInit_undefined(void);\nvoid *call(void) { return PyInit_undefined(); }\n';

const compilers = [
  'gcc',
  'aarch64-linux-gnu-gcc',
  'arm-linux-gnueabihf-gcc',
  'i686-linux-gnu-gcc',
  'powerpc64le-linux-gnu-gcc',
  's390x-linux-gnu-gcc',
  'riscv64-linux-gnu-gcc',
];

describe.each(compilers)('what %s exports', (compiler) => {
  const isThere = orSay('readelf') && orSay(compiler);

  test.runIf(isThere).each(['gnu', 'sysv', 'both'])('is read as readelf reads it: hash style %s', (style) => {
    const flags = ['-shared', '-fPIC', `-Wl,--hash-style=${style}`];
    const read = (path: string, bytes: Buffer) => {
      const names = matches('readelf', ['--dyn-syms', '-W'], path, / (?:GLOBAL|WEAK) .* \d+ (\S+)$/gm);
      const theirs = names.filter(isInitFunction).sort();
      expect(theirs).toEqual(['PyInit_global', 'PyInit_weak', 'PyModExport_global']);
      expect(readElfInitFunctions(wholeBytes(bytes))?.sort()).toEqual(theirs);
    };
    compile(compiler, flags, read, source + undefinedToo);
  });
});

describe('what other formats export', () => {
  test.runIf(orSay('x86_64-w64-mingw32-gcc') && orSay('objdump'))('PE is read as objdump reads it', () => {
    const read = (path: string, bytes: Buffer) => {
      const names = matches('objdump', ['-p'], path, /^\s*\[ *\d+\] (?:\+base.* )?(\S+)$/gm);
      const theirs = names.filter(isInitFunction).sort();
      expect(theirs).toContain('PyInit_global');
      expect(readPeInitFunctions(wholeBytes(bytes))?.sort()).toEqual(theirs);
    };
    compile('x86_64-w64-mingw32-gcc', ['-shared', '-Wl,--export-all-symbols'], read, source);
  });

  test.runIf(orSay('llvm-objdump'))('Mach-O is read as llvm-objdump reads it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'trie-'));
    try {
      const exports = ['PyInit_a', 'PyInit_ab', 'PyI', 'PyModExport_a', 'answer'];
      const path = join(folder, 'a.dylib');
      const bytes = linkedMachO({ exports, id: '@rpath/a.dylib', macos: '11.0', hasOldInfo: true });
      writeFileSync(path, bytes);
      const names = matches('llvm-objdump', ['--macho', '--exports-trie'], path, /^0x\w+ +_(\S+)$/gm);
      expect(names.sort()).toEqual(exports.toSorted());
      expect(readMachOInitFunctions(wholeBytes(bytes))?.sort()).toEqual(names.filter(isInitFunction).sort());
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

const exporting = (name: string) => `void *${name}(void) { return 0; }\n`;

/** What Python is to import, the member without its suffix, and the source of the library. */
const modules: readonly (readonly [name: string, member: string, source: string])[] = [
  ['good', 'good', exporting('PyInit_good')],
  ['renamed', 'renamed', exporting('PyInit_before')],
  ['plain', 'plain', exporting('answer')],
  ['pack.inner', 'pack/inner', exporting('PyInit_inner')],
  ['pack.dotted', 'pack/dotted', exporting('PyInit_pack_dotted')],
  ['whole', 'whole/__init__', exporting('PyInit_whole')],
  ['wrong', 'wrong/__init__', exporting('PyInit___init__')],
  ['3d', '3d', exporting('PyInit_3d')],
  ['tdé', 'tdé', exporting('PyInitU_td_cja')],
  [
    'hidden',
    'hidden',
    `__attribute__((visibility("hidden"))) ${exporting('PyInit_hidden')}${exporting('a')}`,
  ],
  ['weak', 'weak', `__attribute__((weak)) ${exporting('PyInit_weak')}`],
];

describe.runIf(orSay('gcc') && orSay('python3'))('Python', () => {
  const folder = mkdtempSync(join(tmpdir(), 'imports-'));
  const said = 'import importlib.machinery as m; print(m.EXTENSION_SUFFIXES[0], end="")';
  const suffix = spawnSync('python3', ['-c', said], { encoding: 'utf8' }).stdout;
  const libraries = new Map<string, Buffer>();

  beforeAll(() => {
    for (const [name, member, text] of modules) {
      const path = join(folder, `${member}${suffix}`);
      mkdirSync(dirname(path), { recursive: true });
      const bytes = compile('gcc', ['-shared', '-fPIC'], (_, made) => made, text);
      writeFileSync(path, bytes);
      libraries.set(name, bytes);
    }
  });

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  test.each(modules)('fails to import what the rule reports, and no more: %s', async (name, member) => {
    const code = 'import importlib, sys; importlib.import_module(sys.argv[1])';
    const options = { cwd: folder, encoding: 'utf8', env: { ...process.env, PYTHONUTF8: '1' } } as const;
    const { stderr } = spawnSync('python3', ['-c', code, name], options);
    // What is found returns no module, which Python says in other words.
    expect(stderr).toMatch(/does not define module export function|without raising an exception/);
    const isMissing = stderr.includes('does not define module export function');
    const found = await lint(`${member}${suffix}`, libraries.get(name) ?? Buffer.alloc(0));
    expect(found.length > 0).toBe(isMissing);
    const [expected = ''] = stderr.match(/PyInit_\w+/) ?? [];
    if (isMissing) expect(found[0]).toContain(`'${expected}'`);
  });
});

/** Messages of the rule about a wheel with this member. */
async function lint(member: string, library: Buffer): Promise<string[]> {
  const archive = await zip([
    [member, library],
    ['demo-1.0.dist-info/METADATA', 'Metadata-Version: 2.1\nName: demo\nVersion: 1.0\n'],
    ['demo-1.0.dist-info/WHEEL', 'Wheel-Version: 1.0\nRoot-Is-Purelib: false\nTag: cp311-cp311-any\n'],
    ['demo-1.0.dist-info/RECORD', ''],
  ]);
  const run = new RuleRun([{ rule, severity: 'warning', options: {} }], undefined);
  const filename = 'demo-1.0-cp311-cp311-linux_x86_64.whl';
  const wheel = await readWheel(location(filename), async () => bufferSource(archive), run.visitor);
  return run.finish({ wheels: [wheel], projects: [] }).map(({ message }) => message);
}

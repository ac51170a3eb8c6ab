import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nativeMember } from '../../../src/wheel/native/describe-member.ts';
import { headLength, identifyNative } from '../../../src/wheel/native/identify.ts';
import { suggestPlatformTag } from '../../../src/wheel/native/platform-tag.ts';

function headOf(path: string): Uint8Array {
  const file = openSync(path, 'r');
  try {
    const head = new Uint8Array(headLength);
    return head.subarray(0, readSync(file, head));
  } finally {
    closeSync(file);
  }
}

const linux = process.platform === 'linux';
const hasGcc = linux && spawnSync('gcc', ['--version']).status === 0;

const systems: Partial<Record<NodeJS.Platform, string>> = {
  linux: 'linux',
  win32: 'windows',
  darwin: 'macos',
};

describe('the running node', () => {
  it.runIf(process.platform in systems)('is an executable for this system', () => {
    expect(identifyNative(headOf(process.execPath))).toMatchObject({
      system: systems[process.platform],
      kind: 'executable',
    });
  });

  it.runIf(linux && process.arch === 'x64')('would go into a wheel for this machine', () => {
    const header = identifyNative(headOf(process.execPath));
    expect(header && suggestPlatformTag(header)).toBe('linux_x86_64');
  });
});

describe.runIf(hasGcc)('what gcc makes', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'native-'));
    writeFileSync(
      join(folder, 'a.c'),
      'int answer(void) { return 42; }\nint main(void) { return answer(); }\n',
    );
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const cases: [string, string[], string][] = [
    ['a.cpython-311-x86_64-linux-gnu.so', ['-shared', '-fPIC'], 'extension-module'],
    ['liba.so.1', ['-shared', '-fPIC'], 'shared-library'],
    ['pie', ['-pie', '-fPIE'], 'executable'],
    ['no-pie', ['-no-pie', '-fno-pie'], 'executable'],
    ['a.o', ['-c'], 'object'],
  ];
  it.each(cases)('%s %j', (name, options, kind) => {
    const output = join(folder, name);
    execFileSync('gcc', [...options, '-o', output, join(folder, 'a.c')]);
    expect(nativeMember(name, 1, headOf(output))).toMatchObject({ format: 'ELF', system: 'linux', kind });
  });
});

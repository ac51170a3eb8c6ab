import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extensionAbi } from '../../../src/wheel/native/extension-suffix.ts';

describe('extensionAbi', () => {
  const stated: [string, string, string | undefined][] = [
    ['.cpython-311-x86_64-linux-gnu.so', 'cp311', 'cp311'],
    ['.cpython-310-i386-linux-gnu.so', 'cp310', 'cp310'],
    ['.cpython-313-arm-linux-gnueabihf.so', 'cp313', 'cp313'],
    ['.cpython-312-powerpc64le-linux-musl.so', 'cp312', 'cp312'],
    ['.cpython-313-aarch64-linux-android.so', 'cp313', 'cp313'],
    ['.cpython-313t-x86_64-linux-gnu.so', 'cp313t', 'cp313'],
    ['.cpython-311d-x86_64-linux-gnu.so', 'cp311d', 'cp311'],
    ['.cpython-314td-x86_64-linux-gnu.so', 'cp314td', 'cp314'],
    ['.cpython-36m-x86_64-linux-gnu.so', 'cp36m', 'cp36'],
    ['.cpython-36dm-x86_64-linux-gnu.so', 'cp36dm', 'cp36'],
    ['.cpython-32mu.so', 'cp32mu', 'cp32'],
    ['.cpython-311-darwin.so', 'cp311', 'cp311'],
    ['.cpython-313-iphoneos.so', 'cp313', 'cp313'],
    ['.cpython-311.so', 'cp311', 'cp311'],
    ['.cpython-39-x86_64-cygwin.dll', 'cp39', 'cp39'],
    ['.abi3.so', 'abi3', undefined],
    ['.abi3t.so', 'abi3t', undefined],
    ['.abi3-x86_64-linux-gnu.so', 'abi3', undefined],
    ['.abi3t-x86_64-linux-gnu.so', 'abi3t', undefined],
    ['.pypy311-pp73-x86_64-linux-gnu.so', 'pypy311_pp73', 'pp311'],
    ['.pypy39-pp73-darwin.so', 'pypy39_pp73', 'pp39'],
    ['.pypy39-pp73-win_amd64.pyd', 'pypy39_pp73', 'pp39'],
    ['.graalpy-38-native-x86_64-darwin.dylib', 'graalpy_38_native', 'graalpy38'],
    ['.graalpy242-311-native-x86_64-linux.so', 'graalpy242_311_native', 'graalpy311'],
    ['.cp311-win_amd64.pyd', 'cp311', 'cp311'],
    ['.cp38-win32.pyd', 'cp38', 'cp38'],
    ['.cp313t-win_amd64.pyd', 'cp313t', 'cp313'],
    ['.cp312-mingw_x86_64_ucrt_gnu.pyd', 'cp312', 'cp312'],
    ['_d.cp311-win_amd64.pyd', 'cp311d', 'cp311'],
    ['_d.cp313t-win_amd64.pyd', 'cp313td', 'cp313'],
  ];
  it.each(stated)('reads %s', (suffix, abi, python) => {
    for (const member of [`_core${suffix}`, `pkg/sub.dir/_core${suffix}`]) {
      expect(extensionAbi(member)).toEqual({ abi, python, suffix });
    }
  });

  it.each([
    'pkg/_core.so',
    'pkg/_core.pyd',
    'pkg/_core_d.pyd',
    'pkg/_core.x86_64-linux-gnu.so',
    'pkg/libfoo.so.1.2',
    'pkg/_core.cpython-311-x86_64-linux-gnu.so.1',
    'pkg/_core.cpython-311-x86_64-linux-gnu.pyd',
    'pkg/_core.cpython-311-x86_64-linux-gnu',
    'pkg/_core.CPython-311-darwin.so',
    'pkg/_core.cpython-311-darwin.SO',
    'pkg/_core.cp311-win_amd64.PYD',
    'pkg/_core.cp311.pyd',
    'pkg/.abi3.so',
    'pkg.abi3.so/readme',
    'cpython-311.so',
    '',
  ])('reads nothing from "%s"', (member) => {
    expect(extensionAbi(member)).toBeUndefined();
  });

  it('does not take a module called _d for a debug build', () => {
    expect(extensionAbi('pkg/_d.cp311-win_amd64.pyd')?.abi).toBe('cp311');
  });

  it('gets through long hostile names', () => {
    for (const part of ['.cpython-3', '.cpython-311-', '-', '_d.cp3', '1', '.abi3-', '.graalpy-38-native-']) {
      expect(extensionAbi(`x${part.repeat(20_000)}`)).toBeUndefined();
    }
  });

  it('takes any name', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (name) => void extensionAbi(name)));
  });
});

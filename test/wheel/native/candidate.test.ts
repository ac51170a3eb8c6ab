import { describe, expect, it } from 'vitest';
import { mayBeNative } from '../../../src/wheel/native/candidate.ts';
import { inertSuffixes } from '../../../src/wheel/native/inert-suffixes.ts';

describe('mayBeNative', () => {
  it.each([
    'pkg/_core.cpython-311-x86_64-linux-gnu.so',
    'pkg/libfoo.so.1.2',
    'pkg.libs/libfoo-1a2b3c4d.so.1',
    'pkg/_core.pyd',
    'pkg/FOO.DLL',
    'pkg/a.dylib',
    'pkg/a.jnilib',
    'pkg/a.node',
    'pkg/tool.exe',
    'pkg-1.0.data/scripts/tool',
    'pkg.py/tool',
    'lock',
    'pkg/locale/de/messages.mo',
    'pkg/model.dat',
    'pkg/kernel.bin',
    'pkg/kernel.cubin',
    'pkg/kernel.hsaco',
    'pkg/a.o',
    'pkg/a.a',
    'pkg/.hidden',
    'pkg/dot.',
    'pkg-1.0.dist-info/evil.so',
    'pkg-1.0.dist-info/evil.so.1',
    'pkg-1.0.dist-info/EVIL.EXE',
    'pkg-1.0.dist-info/evil.pyd',
  ])('opens %s', (name) => {
    expect(mayBeNative(name, 4096)).toBe(true);
  });

  it.each([
    'pkg/__init__.py',
    'pkg/__init__.pyi',
    'pkg/py.typed',
    'pkg/_core.pyx',
    'pkg/include/a.hpp',
    'pkg/static/app.js.map',
    'pkg/README.TXT',
    'pkg/logo.PNG',
    'pkg/_core.so.py',
    'pkg/a.f90',
    'pkg/__pycache__/a.cpython-311.pyc',
    'pkg-1.0.dist-info/RECORD',
    'pkg-1.0.dist-info/licenses/LICENSE',
    'pkg/_vendor/other-1.0.dist-info/WHEEL',
    'pkg/data/',
    'pkg/evil.so/',
  ])('does not open %s', (name) => {
    expect(mayBeNative(name, 4096)).toBe(false);
  });

  it('does not open what is shorter than any header', () => {
    expect(mayBeNative('pkg/a.so', 27)).toBe(false);
    expect(mayBeNative('pkg/a.so', 28)).toBe(true);
  });

  it('lists suffixes in lower case and no suffix of native code', () => {
    for (const suffix of inertSuffixes) expect(suffix).toBe(suffix.toLowerCase());
    for (const suffix of ['', 'so', 'pyd', 'dll', 'dylib', 'exe', 'node', 'jnilib', 'mo', 'dat', 'bin']) {
      expect(inertSuffixes.has(suffix)).toBe(false);
    }
  });
});

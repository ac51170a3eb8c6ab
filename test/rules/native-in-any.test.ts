import rule from '../../rules/native-in-any.ts';
import { testRule } from '../support/rule-tester.ts';

const wheel = (files: string, tags = 'py3-none-any', more = '') =>
  `[[wheel]]\nfilename = "demo-1.0-${tags}.whl"\n${more}\n[wheel.files]\n${files}\n`;

testRule(rule, {
  valid: [
    { name: 'Python only', wheelhouse: wheel('"demo.py" = ""') },
    {
      name: 'a platform tag',
      wheelhouse: wheel('"demo.so" = "binary: elf x86_64"', 'py3-none-linux_x86_64'),
    },
    {
      name: 'programs of several systems side by side',
      wheelhouse: wheel(
        '"a/linux" = "binary: elf x86_64 executable"\n"a/mac" = "binary: mach-o arm64 executable"\n"a/win.exe" = "binary: pe amd64 executable"',
      ),
    },
    {
      name: 'the launchers of setuptools: one system, several machines',
      wheelhouse: wheel(
        '"cli-64.exe" = "binary: pe amd64 executable"\n"cli-32.exe" = "binary: pe x86 executable"',
      ),
    },
    { name: 'code for a GPU', wheelhouse: wheel('"kernels.cubin" = "binary: elf cuda"') },
    { name: 'an object that is linked later', wheelhouse: wheel('"crt1.o" = "binary: elf x86_64 object"') },
    {
      name: 'an allowed member',
      wheelhouse: wheel('"demo/bin/tool" = "binary: elf x86_64 executable"'),
      options: { allow: ['*/bin/*'] },
    },
    {
      name: 'a text that is called like a library',
      wheelhouse: wheel('"libdemo.so" = "GROUP ( libdemo.so.1 )"'),
    },
  ],
  invalid: [
    {
      name: 'a library for ctypes',
      wheelhouse: wheel('"demo/libdemo.so" = "binary: elf x86_64"'),
      findings: [
        {
          message: 'library',
          severity: 'error',
          member: 'demo/libdemo.so',
          data: { platform: 'linux_x86_64', suggestion: 'py3-none-linux_x86_64' },
        },
      ],
    },
    {
      name: 'no suffix, in .data, versioned: magic bytes decide',
      wheelhouse: wheel('"demo-1.0.data/platlib/libdemo.so.1.2" = "binary: elf aarch64"'),
      findings: [{ message: 'library', data: { suggestion: 'py3-none-linux_aarch64' } }],
    },
    {
      name: 'an extension module gives its ABI to the tag',
      wheelhouse: wheel(
        '"demo/a.so" = "binary: elf x86_64"\n"demo/b.cpython-311-x86_64-linux-gnu.so" = "binary: elf x86_64"',
        'py2.py3-none-any',
      ),
      findings: [
        {
          message: 'extension',
          member: 'demo/b.cpython-311-x86_64-linux-gnu.so',
          data: { python: 'py2.py3', suggestion: 'cp311-cp311-linux_x86_64' },
        },
      ],
    },
    {
      name: 'the stable ABI takes its lowest Python from METADATA',
      wheelhouse: wheel('"demo.abi3.so" = "binary: elf x86_64"', 'py3-none-any', 'requires-python = ">=3.9"'),
      findings: [{ message: 'extension', data: { suggestion: 'cp39-abi3-linux_x86_64' } }],
    },
    {
      name: 'universal macOS library',
      wheelhouse: wheel('"libdemo.dylib" = "binary: mach-o universal2"'),
      findings: [
        { message: 'library', severity: 'error', data: { suggestion: 'py3-none-macosx_10_9_universal2' } },
      ],
    },
    {
      name: 'a single program is softer',
      wheelhouse: wheel('"demo-1.0.data/scripts/tool" = "binary: elf x86_64 executable"'),
      findings: [{ message: 'executable', severity: 'info', data: { suggestion: 'py3-none-linux_x86_64' } }],
    },
    {
      name: 'libraries for several platforms are softer',
      wheelhouse: wheel('"a.so" = "binary: elf x86_64"\n"a.dll" = "binary: pe amd64"'),
      findings: [{ message: 'several', severity: 'info', data: { platforms: 'linux_x86_64, win_amd64' } }],
    },
  ],
});

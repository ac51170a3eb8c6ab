import rule from '../../rules/linked-python.ts';
import { testRule } from '../support/rule-tester.ts';

const wheel = (tags: string, files: Record<string, string>) =>
  `[[wheel]]\nfilename = "demo-1.0-${tags}.whl"\n[wheel.files]\n${Object.entries(files)
    .map(([name, content]) => `"${name}" = "binary: ${content}"\n`)
    .join('')}`;
const linux = 'cp311-cp311-linux_x86_64';
const windows = (tags: string, dll: string, name = 'demo.pyd') =>
  wheel(`${tags}-win_amd64`, { [name]: `pe amd64 needs=${dll} needs=KERNEL32.dll` });

testRule(rule, {
  valid: [
    {
      name: 'Python of the process',
      wheelhouse: wheel(linux, { 'a.cpython-311-x86_64-linux-gnu.so': 'elf x86_64 needs=libc.so.6' }),
    },
    {
      name: 'a program that embeds Python',
      wheelhouse: wheel(linux, {
        tool: 'elf x86_64 interpreter=/lib64/ld-linux-x86-64.so.2 needs=libpython3.11.so.1.0',
      }),
    },
    {
      name: 'a Python that the wheel brings along',
      wheelhouse: wheel(linux, {
        'a.cpython-311-x86_64-linux-gnu.so': 'elf x86_64 needs=libpython3.11.so.1.0',
        'lib/libpython3.11.so.1.0': 'elf x86_64',
      }),
    },
    {
      name: 'Android, where Python is a library',
      wheelhouse: wheel('cp313-cp313-android_24_arm64_v8a', {
        'a.cpython-313-aarch64-linux-android.so': 'elf aarch64 needs=libpython3.13.so',
      }),
    },
    { name: 'its own Python on Windows', wheelhouse: windows('cp311-cp311', 'python311.dll') },
    { name: 'free-threaded', wheelhouse: windows('cp313-cp313t', 'python313t.dll') },
    { name: 'the m of old Pythons', wheelhouse: windows('cp37-cp37m', 'python37.dll') },
    { name: 'the stable ABI', wheelhouse: windows('cp39-abi3', 'python3.dll') },
    { name: 'the stable ABI under one Python', wheelhouse: windows('cp311-cp311', 'python3.dll') },
  ],
  invalid: [
    {
      name: 'libpython on Linux, said once',
      wheelhouse: wheel(linux, {
        'a.cpython-311-x86_64-linux-gnu.so': 'elf x86_64 needs=libpython3.11.so.1.0',
        'b.cpython-311-x86_64-linux-gnu.so': 'elf x86_64 needs=libpython3.11.so.1.0',
      }),
      findings: [
        {
          message: 'linked',
          severity: 'warning',
          member: 'a.cpython-311-x86_64-linux-gnu.so',
          data: { library: 'libpython3.11.so.1.0' },
        },
      ],
    },
    {
      name: 'the framework on macOS',
      wheelhouse: wheel('cp311-cp311-macosx_11_0_arm64', {
        'a.cpython-311-darwin.so':
          'mach-o arm64 needs=/Library/Frameworks/Python.framework/Versions/3.11/Python',
      }),
      findings: [{ message: 'linked' }],
    },
    {
      name: 'another Python on Windows, under a plain name',
      wheelhouse: windows('cp311-cp311', 'python310.dll'),
      findings: [
        { message: 'other', member: 'demo.pyd', data: { library: 'python310.dll', tag: 'cp311-cp311' } },
      ],
    },
    {
      name: 'one Python for the stable ABI',
      wheelhouse: windows('cp39-abi3', 'python39.dll'),
      findings: [{ message: 'other', data: { tag: 'cp39-abi3' } }],
    },
    {
      name: 'not free-threaded',
      wheelhouse: windows('cp313-cp313t', 'python313.dll'),
      findings: [{ message: 'other' }],
    },
  ],
});

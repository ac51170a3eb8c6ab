import rule from '../../rules/missing-init-function.ts';
import { testRule } from '../support/rule-tester.ts';

const linux = 'cp311-cp311-linux_x86_64';
const suffix = '.cpython-311-x86_64-linux-gnu.so';
const wheel = (files: Record<string, string>, tags = linux) =>
  `[[wheel]]\nfilename = "demo-1.0-${tags}.whl"\n[wheel.files]\n${Object.entries(files)
    .map(([name, content]) => `"${name}" = "binary: ${content}"\n`)
    .join('')}`;
/** A library that exports something else. */
const plain = 'elf x86_64 exports=answer';
const exporting = (...names: string[]) => `elf x86_64${names.map((name) => ` exports=${name}`).join('')}`;

testRule(rule, {
  valid: [
    {
      name: 'its own function',
      wheelhouse: wheel({ [`demo/_core${suffix}`]: exporting('PyInit__core', 'answer') }),
    },
    { name: 'the stable ABI', wheelhouse: wheel({ 'a.abi3.so': exporting('PyInit_a') }) },
    { name: 'the export hook of PEP 793', wheelhouse: wheel({ 'a.abi3.so': exporting('PyModExport_a') }) },
    {
      name: 'what CFFI writes for PyPy',
      wheelhouse: wheel({ '_a.pypy311-pp73-x86_64-linux-gnu.so': exporting('_cffi_pypyinit__a') }),
    },
    {
      name: 'a package that is an extension module',
      wheelhouse: wheel({ [`demo/__init__${suffix}`]: exporting('PyInit_demo') }),
    },
    {
      name: 'several modules in one file, this one among them',
      wheelhouse: wheel({ [`a${suffix}`]: exporting('PyInit_b', 'PyInit_a', 'PyInit_c') }),
    },
    {
      name: 'a group of mypyc',
      wheelhouse: wheel({
        [`3c22db458360489351e4__mypyc${suffix}`]: exporting('PyInit_3c22db458360489351e4__mypyc'),
      }),
    },
    {
      name: 'a name that is not ASCII',
      wheelhouse: wheel({ [`tdé${suffix}`]: exporting('PyInitU_td_cja') }),
    },
    {
      name: 'a file whose table of exports is not there',
      wheelhouse: wheel({ [`a${suffix}`]: 'elf x86_64', [`b${suffix}`]: 'elf x86_64 needs=libc.so.6' }),
    },
    {
      name: 'plain suffixes, which prove nothing',
      wheelhouse: wheel({ 'demo/_ops.so': plain, 'demo/libdemo.so.1': plain }),
    },
    {
      name: 'a library that another member is linked with',
      wheelhouse: wheel({
        [`demo/shared${suffix}`]: plain,
        [`demo/_core${suffix}`]: `elf x86_64 needs=shared${suffix} exports=PyInit__core`,
      }),
    },
    {
      name: 'a library that another member is linked with, by its SONAME',
      wheelhouse: wheel({
        [`demo/shared${suffix}`]: `elf x86_64 soname=libshared.so.1 exports=answer`,
        [`demo/_core${suffix}`]: 'elf x86_64 needs=libshared.so.1 exports=PyInit__core',
      }),
    },
    {
      name: 'a library by its name, which ctypes loads',
      wheelhouse: wheel({ [`demo/libdemo${suffix}`]: plain }),
    },
    {
      name: 'names that no module can have',
      wheelhouse: wheel({
        [`demo/demo-1${suffix}`]: plain,
        [`demo/MPI.openmpi${suffix}`]: exporting('PyInit_MPI'),
        [`__init__${suffix}`]: plain,
      }),
    },
    {
      name: 'grafted libraries, and what goes elsewhere',
      wheelhouse: wheel({
        [`demo.libs/part${suffix}`]: plain,
        [`demo-1.0.data/data/share/part${suffix}`]: plain,
      }),
    },
    {
      name: 'modules for Windows',
      wheelhouse: wheel(
        {
          'a.pyd': 'pe amd64 needs=python3.dll exports=PyInit_a',
          'b.cp311-win_amd64.pyd': 'pe amd64 needs=python311.dll exports=PyInit_b',
          'c_d.cp311-win_amd64.pyd': 'pe amd64 needs=python311_d.dll exports=PyInit_c',
          'd_d.cp311-win_amd64.pyd': 'pe amd64 needs=python311.dll exports=PyInit_d_d',
          'e_d.pyd': 'pe amd64 needs=python311_d.dll exports=PyInit_e',
        },
        'cp311-cp311-win_amd64',
      ),
    },
    {
      name: 'modules for macOS',
      wheelhouse: wheel(
        {
          'a.cpython-311-darwin.so': 'mach-o arm64 macos=11.0 exports=PyInit_a exports=PyInit_ab',
          'b.cpython-311-darwin.so': 'mach-o arm64 macos=11.0',
        },
        'cp311-cp311-macosx_11_0_arm64',
      ),
    },
    {
      name: 'members that are accepted',
      wheelhouse: wheel({ [`demo/_ops${suffix}`]: plain }),
      options: { allow: ['demo/_ops.*'] },
    },
  ],
  invalid: [
    {
      name: 'the function of another module',
      wheelhouse: wheel({
        [`demo/_core${suffix}`]: exporting('PyInit_core'),
        [`demo/_more${suffix}`]: exporting('PyInit_more'),
        [`demo/_good${suffix}`]: exporting('PyInit__good'),
      }),
      findings: [
        {
          message: 'other',
          severity: 'warning',
          member: `demo/_core${suffix}`,
          data: {
            members: `demo/_core${suffix}, demo/_more${suffix}`,
            function: 'PyInit__core',
            found: 'PyInit_core',
          },
        },
      ],
    },
    {
      name: 'no function at all, beside one of another name',
      wheelhouse: wheel({ 'demo/_ops.abi3.so': plain, 'libdemo.abi3.so': exporting('PyInit_demo') }),
      findings: [
        {
          message: 'none',
          severity: 'info',
          member: 'demo/_ops.abi3.so',
          data: { function: 'PyInit__ops', members: 'demo/_ops.abi3.so' },
        },
        { message: 'other', member: 'libdemo.abi3.so', data: { function: 'PyInit_libdemo' } },
      ],
    },
    {
      name: 'the name of a package instead of its last part',
      wheelhouse: wheel({ [`demo/__init__${suffix}`]: exporting('PyInit___init__') }),
      findings: [{ message: 'other', data: { function: 'PyInit_demo', found: 'PyInit___init__' } }],
    },
    {
      name: 'a function in ASCII for a name that is not',
      wheelhouse: wheel({ [`tdé${suffix}`]: exporting('PyInit_td') }),
      findings: [{ message: 'other', data: { function: 'PyInitU_…' } }],
    },
    {
      name: 'Windows, under a plain name too',
      wheelhouse: wheel(
        {
          'a.pyd': 'pe amd64 needs=python3.dll exports=PyInit_b',
          'c.cp311-win_amd64.pyd': 'pe amd64 needs=python311.dll',
        },
        'cp311-cp311-win_amd64',
      ),
      findings: [
        { message: 'other', member: 'a.pyd', data: { found: 'PyInit_b' } },
        { message: 'none', member: 'c.cp311-win_amd64.pyd' },
      ],
    },
    {
      name: 'macOS',
      wheelhouse: wheel(
        { 'a.cpython-311-darwin.so': 'mach-o arm64 macos=11.0 exports=PyInit_b' },
        'cp311-cp311-macosx_11_0_arm64',
      ),
      findings: [{ message: 'other', data: { function: 'PyInit_a', found: 'PyInit_b' } }],
    },
  ],
});

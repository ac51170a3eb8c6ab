import rule from '../../rules/absolute-rpath.ts';
import { testRule } from '../support/rule-tester.ts';

const wheel = (...files: string[]) =>
  `[[wheel]]\nfilename = "demo-1.0-cp311-cp311-linux_x86_64.whl"\n[wheel.files]\n${files
    .map((content, index) => `"demo/${'abc'[index]}.so" = "binary: elf x86_64 needs=libb.so ${content}"\n`)
    .join('')}`;

testRule(rule, {
  valid: [
    { name: 'none', wheelhouse: wheel('') },
    { name: 'relative to the member', wheelhouse: wheel('runpath=$ORIGIN/../demo.libs:${ORIGIN}:$ORIGIN') },
    {
      name: 'a configured prefix',
      wheelhouse: wheel('rpath=/cvmfs/soft.computecanada.ca/easybuild/lib:$ORIGIN'),
      options: { prefixes: ['/cvmfs/soft.computecanada.ca'] },
    },
    {
      name: 'RPATH, which nobody reads where there is RUNPATH',
      wheelhouse: wheel('rpath=/opt/lib runpath=$ORIGIN'),
    },
  ],
  invalid: [
    {
      name: 'folders of the machine that built it, said once',
      wheelhouse: wheel('', 'rpath=/home/me/lib:$ORIGIN', 'runpath=/opt/lib:/home/me/lib'),
      findings: [
        {
          message: 'absolute',
          severity: 'warning',
          member: 'demo/b.so',
          data: { paths: '/home/me/lib and /opt/lib' },
        },
      ],
    },
    {
      name: 'a folder that only begins like a prefix, or leads out of it',
      wheelhouse: wheel('rpath=/cvmfs/other:/cvmfs/soft/../../tmp'),
      options: { prefixes: ['/cvmfs/soft'] },
      findings: [{ message: 'absolute', data: { paths: '/cvmfs/other and /cvmfs/soft/../../tmp' } }],
    },
    {
      name: 'the current folder',
      wheelhouse: wheel('rpath=$ORIGIN::lib'),
      findings: [{ message: 'relative', severity: 'warning', data: { paths: '. and lib' } }],
    },
  ],
});

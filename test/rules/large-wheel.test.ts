import rule from '../../rules/large-wheel.ts';
import { declaredFiles } from '../support/declared-files.ts';
import { testRule } from '../support/rule-tester.ts';

const wheelhouse = declaredFiles({ 'a.py': 'a = 1\n'.repeat(1000) });

testRule(rule, {
  valid: [
    { name: 'a usual wheel', wheelhouse },
    {
      name: 'a project that may have more',
      wheelhouse,
      options: { max: 1, projects: { demo: { max: '1 GB' } } },
    },
    { name: 'no limit', wheelhouse, options: { max: 'none', 'max-installed': 'none' } },
    { name: 'just as large', wheelhouse: declaredFiles([]), options: { 'max-installed': 340 } },
  ],
  invalid: [
    {
      name: 'a large file',
      wheelhouse,
      options: { max: '0.5 kB' },
      findings: [{ message: 'file', data: { max: '500 bytes' } }],
    },
    {
      name: 'a large installation of a small file',
      wheelhouse,
      options: { max: '5 KiB', 'max-installed': '6 kB' },
      findings: [{ message: 'installed', data: { size: '6.4 kB', max: '6 kB' } }],
    },
    {
      name: 'a project that may have less, in one of the two',
      wheelhouse,
      options: { projects: { demo: { 'max-installed': 10 } } },
      findings: [{ message: 'installed', data: { max: '10 bytes' } }],
    },
  ],
});

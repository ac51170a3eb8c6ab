import rule from '../../rules/record-digest-encoding.ts';
import { own, recordOf, sha256OfNothing } from '../support/declared-record.ts';
import { testRule } from '../support/rule-tester.ts';

testRule(rule, {
  valid: [
    { name: 'URL-safe base64', wheelhouse: recordOf({}) },
    { name: 'in quotes', wheelhouse: recordOf({ 'demo.py': `demo.py,"sha256=${sha256OfNothing}",0` }) },
    { name: 'of a longer kind', wheelhouse: recordOf({ 'demo.py': `demo.py,sha384=${'A'.repeat(64)},0` }) },
    { name: 'a weak kind is another rule', wheelhouse: recordOf({ 'demo.py': 'demo.py,md5=,0' }) },
  ],
  invalid: [
    {
      name: 'hexadecimal',
      wheelhouse: recordOf({ 'demo.py': `demo.py,sha256=${'0a'.repeat(32)},0` }),
      findings: [{ message: 'hex', severity: 'warning', member: own, line: 1, data: { files: 'demo.py' } }],
    },
    {
      name: 'padding',
      wheelhouse: recordOf({ 'demo.py': `demo.py,sha256=${sha256OfNothing}=,0` }),
      findings: [{ message: 'padded', severity: 'info', line: 1 }],
    },
    {
      name: 'the other alphabet, with padding or without',
      wheelhouse: recordOf(
        {
          'a.py': `a.py,sha256=${sha256OfNothing.replaceAll('-', '+').replaceAll('_', '/')},0`,
          'b.py': `b.py,sha256=${sha256OfNothing.replaceAll('-', '+').replaceAll('_', '/')}=,0`,
        },
        ['a.py', 'b.py'],
      ),
      findings: [{ message: 'alphabet', severity: 'info', data: { files: 'a.py and b.py' } }],
    },
    {
      name: 'another length, other characters, nothing',
      wheelhouse: recordOf(
        {
          'a.py': 'a.py,sha256=abc,0',
          'b.py': `b.py,sha256=${'*'.repeat(43)},0`,
          'c.py': 'c.py,sha256=,0',
          'd.py': `d.py,sha256=${'é'.repeat(43)},0`,
        },
        ['a.py', 'b.py', 'c.py', 'd.py'],
      ),
      findings: [
        { message: 'unreadable-digest', data: { files: 'a.py, b.py, c.py and d.py', detail: 'abc' } },
      ],
    },
    {
      name: 'no name of its kind',
      wheelhouse: recordOf({ 'demo.py': `demo.py,${sha256OfNothing},0` }),
      findings: [{ message: 'no-algorithm', severity: 'warning', data: { detail: sha256OfNothing } }],
    },
  ],
});

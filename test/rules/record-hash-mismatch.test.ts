import rule from '../../rules/record-hash-mismatch.ts';
import { own, recordOf, sha256OfNothing } from '../support/declared-record.ts';
import { testRule } from '../support/rule-tester.ts';

const wrong = sha256OfNothing.toLowerCase();

testRule(rule, {
  valid: [
    { name: 'the right hash', wheelhouse: recordOf({}) },
    {
      name: 'sha512',
      wheelhouse: recordOf({
        'demo.py':
          'demo.py,sha512=z4PhNX7vuL3xVChQ1m2AB9Yg5AULVxXcg_SpIdNs6c5H0NE8XYXysP-DGNKHfuwvY7kxvUdBeoGlODJ6-SfaPg,0',
      }),
    },
    {
      name: 'weak hashes are another rule',
      wheelhouse: recordOf({ 'demo.py': 'demo.py,md5=1B2M2Y8AsgTpgAmY7PhCfg,0' }),
    },
    {
      name: 'so are those that are written wrong',
      wheelhouse: recordOf({ 'demo.py': `demo.py,sha256=${sha256OfNothing}=,0` }),
    },
    { name: 'and other sizes', wheelhouse: recordOf({ 'demo.py': `demo.py,sha256=${wrong},1` }) },
    { name: 'no hash', wheelhouse: recordOf({ 'demo.py': 'demo.py,,0' }) },
    { name: 'RECORD itself', wheelhouse: recordOf({ [own]: `${own},sha256=${wrong},0` }) },
    {
      name: 'rows that contradict each other are another rule',
      wheelhouse: recordOf({ x: `demo.py,sha256=${wrong},0` }),
    },
  ],
  invalid: [
    {
      name: 'one file of several',
      wheelhouse: recordOf({ 'b.py': `b.py,sha256=${wrong},0` }, ['a.py', 'b.py', 'c.py']),
      findings: [{ message: 'stale', severity: 'warning', member: own, line: 2, data: { files: 'b.py' } }],
    },
    {
      name: 'a hash that is written wrong and wrong',
      wheelhouse: recordOf({ 'demo.py': `demo.py,sha256=${'0'.repeat(64)},0` }),
      findings: [{ message: 'stale', line: 1 }],
    },
    {
      name: 'a weak hash that is wrong',
      wheelhouse: recordOf({ 'demo.py': `demo.py,md5=${'A'.repeat(22)},0` }),
      findings: [{ message: 'stale', line: 1 }],
    },
    {
      name: 'most files',
      wheelhouse: recordOf(
        Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((name) => [name, `${name},sha256=${wrong},0`])),
        ['a', 'b', 'c', 'd', 'e'],
      ),
      findings: [{ message: 'foreign', data: { files: 'a, b, c, d and e' } }],
    },
  ],
});

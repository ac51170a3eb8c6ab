import rule from '../../rules/record-malformed.ts';
import { own, recordOf, sha256OfNothing } from '../support/declared-record.ts';
import { testRule } from '../support/rule-tester.ts';

testRule(rule, {
  valid: [
    { name: 'a sound RECORD', wheelhouse: recordOf({}) },
    { name: 'quotes', wheelhouse: recordOf({}, ['a,b.py']) },
    {
      name: 'carriage returns',
      wheelhouse: recordOf({ 'demo.py': `demo.py,sha256=${sha256OfNothing},0\r` }),
    },
    { name: 'no size', wheelhouse: recordOf({ 'demo.py': 'demo.py,,' }) },
    { name: 'a quote within a field', wheelhouse: recordOf({ 'demo.py': 'de"mo.py,,' }) },
  ],
  invalid: [
    {
      name: 'empty lines',
      wheelhouse: recordOf({ 'demo.py': `demo.py,sha256=${sha256OfNothing},0\n`, z: '\n' }),
      findings: [
        { message: 'blank-row', severity: 'error', member: own, line: 2, data: { lines: '2, 6 and 7' } },
      ],
    },
    {
      name: 'two fields, four fields',
      wheelhouse: recordOf({ 'demo.py': 'demo.py,', 'a.py': `a.py,sha256=${sha256OfNothing},0,` }, [
        'demo.py',
        'a.py',
      ]),
      findings: [
        {
          message: 'fields',
          severity: 'error',
          line: 1,
          data: { files: 'demo.py and a.py', detail: '2 fields' },
        },
      ],
    },
    {
      name: 'one field',
      wheelhouse: recordOf({ 'demo.py': 'demo.py' }),
      findings: [{ message: 'fields', data: { detail: '1 field' } }],
    },
    {
      name: 'a comma without quotes',
      wheelhouse: recordOf({ 'a,b.py': `a,b.py,sha256=${sha256OfNothing},0` }, ['a,b.py']),
      findings: [{ message: 'fields', data: { detail: '4 fields' } }],
    },
    {
      name: 'a quote without an end',
      wheelhouse: recordOf({ 'demo.py': `"demo.py,sha256=${sha256OfNothing},0` }),
      findings: [{ message: 'quote', severity: 'error', line: 1, data: { files: 'demo.py' } }],
    },
    {
      name: 'a field that is too long for Python',
      wheelhouse: recordOf({ x: `${'a'.repeat(131_073)},,` }),
      findings: [{ message: 'field-length', severity: 'error', line: 5 }],
    },
    {
      name: 'no path',
      wheelhouse: recordOf({ x: ',,' }),
      findings: [{ message: 'empty-path', severity: 'error', line: 5, data: { lines: '5' } }],
    },
    {
      name: 'sizes that are no numbers',
      wheelhouse: recordOf({ 'demo.py': `demo.py,sha256=${sha256OfNothing},0.0` }),
      findings: [{ message: 'size', severity: 'error', line: 1, data: { files: 'demo.py', detail: '0.0' } }],
    },
    {
      name: 'a byte order mark',
      wheelhouse: recordOf({ 'demo.py': `\uFEFFdemo.py,sha256=${sha256OfNothing},0` }),
      findings: [{ message: 'byte-order-mark', severity: 'warning', line: 1 }],
    },
    {
      name: 'nothing',
      wheelhouse: recordOf({}, ['demo.py'], '[wheel.dist-info]\nRECORD = "\\n\\n"'),
      findings: [{ message: 'empty', severity: 'warning', member: own }],
    },
    {
      name: 'bytes that are no UTF-8',
      wheelhouse: recordOf({}, ['demo.py'], "[wheel.dist-info]\nRECORD = 'binary: elf aarch64'"),
      findings: [{ message: 'encoding', severity: 'error', member: own }],
    },
  ],
});

import rule from '../../rules/long-path.ts';
import { declaredFiles } from '../support/declared-files.ts';
import { testRule } from '../support/rule-tester.ts';

const long = (length: number) => `demo/${'x'.repeat(length - 'demo/.py'.length)}.py`;
const windows = { filename: 'demo-1.0-py3-none-win_amd64.whl' };

testRule(rule, {
  valid: [
    { name: 'just as long', wheelhouse: declaredFiles([long(200)]) },
    {
      name: 'the scheme is not installed',
      wheelhouse: declaredFiles([`demo-1.0.data/platlib/${long(200)}`]),
    },
    {
      name: 'a wheel that Windows never gets',
      wheelhouse: declaredFiles([long(250)], { filename: 'demo-1.0-py3-none-linux_x86_64.whl' }),
    },
    { name: 'an allowed one', wheelhouse: declaredFiles([long(250)]), options: { allow: ['demo/**'] } },
  ],
  invalid: [
    {
      name: 'the longest is told',
      wheelhouse: declaredFiles([long(201), long(203), long(202)], windows),
      findings: [{ message: 'found', member: long(203), data: { length: '203', max: '200', count: '3' } }],
    },
    {
      name: 'in the data folder, by what is installed',
      wheelhouse: declaredFiles([`demo-1.0.data/purelib/${long(201)}`]),
      findings: [{ message: 'found', data: { length: '201' } }],
    },
    {
      name: 'a lower bound, for any platform',
      wheelhouse: declaredFiles([long(60)]),
      options: { max: 50 },
      findings: [{ message: 'found', data: { count: '1' } }],
    },
  ],
});

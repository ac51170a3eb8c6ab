import rule from '../../rules/unusual-compression.ts';
import { wheel } from '../support/declaring.ts';
import { testRule } from '../support/rule-tester.ts';

const methods = (...all: readonly number[]) =>
  wheel(
    'demo-1.0-py3-none-any.whl',
    `archive.members = [${all.map((method, i) => `{ name = "demo/${i}", method = ${method} }`).join(', ')}]`,
  );

testRule(rule, {
  valid: [
    { name: 'stored and deflated', wheelhouse: methods(0, 8) },
    {
      name: 'what broken-archive tells',
      wheelhouse: wheel(
        'demo-1.0-py3-none-any.whl',
        'omit = ["METADATA"]\narchive.members = [{ name = "demo-1.0.dist-info/METADATA", method = 12 }]',
      ),
    },
    {
      name: 'an encrypted member, which is told too',
      wheelhouse: wheel(
        'demo-1.0-py3-none-any.whl',
        'archive.members = [{ name = "demo/a.py", method = 99, flags = 1 }]',
      ),
    },
  ],
  invalid: [
    {
      name: 'Zstandard',
      wheelhouse: methods(8, 93, 93),
      findings: [
        { message: 'zstandard', severity: 'error', member: 'demo/1', data: { members: 'demo/1 and 1 more' } },
      ],
    },
    {
      name: 'what Python can unpack',
      wheelhouse: methods(12, 14),
      findings: [
        { message: 'python', data: { members: 'demo/0', method: 'bzip2' } },
        { message: 'python', data: { members: 'demo/1', method: 'LZMA' } },
      ],
    },
    {
      name: 'a newer version of the format',
      wheelhouse: wheel(
        'demo-1.0-py3-none-any.whl',
        'archive.members = [{ name = "a", version-needed = 63 }, { name = "b", version-needed = 64 }]',
      ),
      findings: [
        { message: 'version', severity: 'error', member: 'b', data: { members: 'b', version: '6.4' } },
      ],
    },
    {
      name: 'what nobody can',
      wheelhouse: methods(9),
      findings: [{ message: 'unknown', data: { method: '9' } }],
    },
  ],
});

import rule from '../../rules/invalid-wheel-file.ts';
import { wheel, wheelWith } from '../support/declaring.ts';
import { testRule } from '../support/rule-tester.ts';

const stating = (...lines: readonly string[]) => wheelWith('WHEEL', ['Generator: test', ...lines]);

testRule(rule, {
  valid: [
    { name: 'version 1.0', wheelhouse: wheel('demo-1.0-py3-none-any.whl') },
    { name: 'an ancient one', wheelhouse: stating('Wheel-Version: 0.1') },
    { name: 'the first of two', wheelhouse: stating('wheel-version: 1.0', 'Wheel-Version: 9.9') },
    { name: 'no WHEEL', wheelhouse: wheel('demo-1.0-py3-none-any.whl', 'omit = ["WHEEL"]') },
  ],
  invalid: [
    {
      name: 'no version',
      wheelhouse: stating('Tag: py3-none-any'),
      findings: [{ message: 'missing', severity: 'error', member: 'demo-1.0.dist-info/WHEEL' }],
    },
    {
      name: 'versions that are none',
      wheelhouse: stating('Wheel-Version: one') + stating('Wheel-Version: 1') + stating('Wheel-Version:'),
      findings: [
        { message: 'unreadable', line: 2, data: { version: 'one', installers: 'pip and uv' } },
        { message: 'unreadable', line: 2, data: { version: '1', installers: 'uv' } },
        { message: 'unreadable', line: 2, data: { version: '', installers: 'pip and uv' } },
      ],
    },
    {
      name: 'newer versions',
      wheelhouse: stating('Wheel-Version: 2.0') + stating('Wheel-Version: 1.9'),
      findings: [
        { message: 'major', severity: 'error', line: 2, data: { version: '2.0' } },
        { message: 'minor', severity: 'warning', line: 2, data: { version: '1.9' } },
      ],
    },
    {
      name: 'bytes of Latin-1, and no generator',
      wheelhouse: wheelWith('WHEEL', ['latin-1:', 'Wheel-Version: 1.0', 'Note: für']),
      findings: [
        { message: 'generator', severity: 'info' },
        { message: 'encoding', line: 2 },
      ],
    },
  ],
});

import rule from '../../rules/invalid-root-is-purelib.ts';
import { declaredFiles } from '../support/declared-files.ts';
import { testRule } from '../support/rule-tester.ts';

const withLine = (line: string) =>
  declaredFiles(['a.py'], { 'dist-info': { WHEEL: `Wheel-Version: 1.0\n${line}Tag: py3-none-any\n` } });
const findings = [{ message: 'found', member: 'demo-1.0.dist-info/WHEEL' }];

testRule(rule, {
  valid: [
    { name: 'true', wheelhouse: withLine('Root-Is-Purelib: true\n') },
    { name: 'false', wheelhouse: withLine('Root-Is-Purelib: false\n') },
  ],
  invalid: [
    { name: 'no line', wheelhouse: withLine(''), findings },
    { name: 'no value', wheelhouse: withLine('Root-Is-Purelib:\n'), findings },
    { name: 'another word', wheelhouse: withLine('Root-Is-Purelib: purelib\n'), findings },
  ],
});

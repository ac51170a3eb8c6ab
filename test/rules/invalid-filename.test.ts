import rule from '../../rules/invalid-filename.ts';
import { testRule } from '../support/rule-tester.ts';

const named = (filename: string) => `[[wheel]]\nfilename = "${filename}"\n`;
const invalid = (filename: string, reason: string) => ({
  name: filename,
  wheelhouse: named(filename),
  findings: [{ message: 'invalid', severity: 'error', data: { reason } } as const],
});

testRule(rule, {
  valid: [
    'demo-1.0-py3-none-any.whl',
    'Demo.Pkg-1.0-py3-none-any.whl',
    'demo-1.0+Compute_Canada-py3-none-any.whl',
    'demo-1.0-1computecanada-py3-none-any.whl',
    'demo-1!2.0rc1.post2.dev3+x.1-cp310.cp311-abi3-manylinux_2_17_x86_64.whl',
  ].map((filename) => ({ name: filename, wheelhouse: named(filename) })),
  invalid: [
    invalid(
      'demo-1.0+compute-canada-py3-none-any.whl',
      'the build tag "canada" does not begin with a digit; a dash cannot stand in a local version label',
    ),
    invalid(
      'demo-1.0_computecanada-py3-none-any.whl',
      'the version "1.0_computecanada" is not a version (PEP 440); did you mean "1.0+computecanada"?',
    ),
    invalid(
      'demo-1.0-computecanada-py3-none-any.whl',
      'the build tag "computecanada" does not begin with a digit',
    ),
    invalid('demo-1.0.whl', 'it has 2 parts instead of 5 or 6 (name-version-[build-]python-abi-platform)'),
    invalid('de__mo-1.0-py3-none-any.whl', 'the name "de__mo" has two underscores in a row'),
    invalid('demo-1.0-py3-none-.whl', 'the platform tag "" has an empty part'),
  ],
});

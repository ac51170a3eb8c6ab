import rule from '../../rules/missing-local-label.ts';
import { testRule } from '../support/rule-tester.ts';

const wheel = (filename: string) => `[[wheel]]\nfilename = "${filename}"\n`;
const listed = (filename: string, more = `sha256 = "${'b'.repeat(64)}"`) =>
  `[[index]]\nfilename = "${filename}"\n${more}\n`;
const plain = 'demo-1.0-py3-none-any.whl';
const linux = 'demo-1.0-cp311-cp311-linux_x86_64.whl';

testRule(rule, {
  valid: [
    { name: 'a labelled build', wheelhouse: wheel('demo-1.0+x-py3-none-any.whl') + listed(plain) },
    { name: 'an untouched copy', wheelhouse: wheel(plain) + listed(plain, 'sha256 = "same"') },
    {
      name: 'an untouched copy, with a label required',
      wheelhouse: wheel(plain) + listed(plain, 'sha256 = "same"'),
      label: 'site',
    },
    { name: 'a version that no index lists', wheelhouse: wheel(plain) + listed('demo-1.1-py3-none-any.whl') },
    { name: 'a project that no index lists', wheelhouse: wheel(plain) },
    {
      name: 'a copy or not: the index gives no hash',
      wheelhouse: wheel(plain) + listed(plain, ''),
      label: 'site',
    },
    {
      name: 'a copy or not: the index did not answer',
      wheelhouse: wheel(plain),
      label: 'site',
      index: 'unchecked',
    },
    { name: 'a copy or not: no index was asked', wheelhouse: wheel(plain), label: 'site', index: 'offline' },
    {
      name: 'PyPI has linux_armv7l wheels, so this can be a copy',
      wheelhouse: wheel('demo-1.0-cp311-cp311-linux_armv7l.whl'),
      label: 'site',
      index: 'offline',
    },
  ],
  invalid: [
    {
      name: 'another file of the same version is listed',
      wheelhouse: wheel(linux) + listed('demo-1.0.0-cp311-cp311-manylinux_2_28_x86_64.whl'),
      findings: [
        { message: 'missing', severity: 'warning', data: { version: '1.0', suggestion: '1.0+mysite' } },
      ],
    },
    {
      name: 'only an sdist of the same version is listed',
      wheelhouse: wheel(linux) + listed('demo-1.0.0.tar.gz', ''),
      findings: [{ message: 'missing' }],
    },
    {
      name: 'a different file under the same name',
      wheelhouse: wheel(plain) + listed(plain),
      findings: [{ message: 'missing' }],
    },
    {
      name: 'a required label, version not listed',
      wheelhouse: wheel(plain) + listed('demo-1.1-py3-none-any.whl'),
      label: 'site',
      findings: [{ message: 'required', data: { suggestion: '1.0+site' } }],
    },
    {
      name: 'a required label and no network: PyPI takes no linux_x86_64 wheels',
      wheelhouse: wheel(linux),
      label: 'site',
      index: 'offline',
      findings: [{ message: 'required' }],
    },
    {
      name: 'the option for versions that no index lists',
      wheelhouse: wheel(plain),
      options: { unlisted: true },
      findings: [{ message: 'unlisted', data: { suggestion: '1.0+mysite' } }],
    },
  ],
});

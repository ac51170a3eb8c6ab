import rule from '../../rules/unexpected-local-label.ts';
import { testRule } from '../support/rule-tester.ts';

const wheel = (version: string) => `[[wheel]]\nfilename = "demo-${version}-py3-none-any.whl"\n`;
const copy = (version: string) =>
  `${wheel(version)}[[index]]\nfilename = "demo-${version}-py3-none-any.whl"\nsha256 = "same"\n`;

testRule(rule, {
  valid: [
    { name: 'no label at all', wheelhouse: wheel('1.0'), label: 'site' },
    { name: 'the configured label', wheelhouse: wheel('1.0+site'), label: 'site' },
    { name: 'the configured label as the last segment', wheelhouse: wheel('1.0+cu118.site'), label: 'site' },
    { name: 'the configured label of two segments', wheelhouse: wheel('1.0+x.my.site.2'), label: 'my.site' },
    { name: 'any label where none is configured', wheelhouse: wheel('1.0+cu118') },
    { name: 'an untouched copy with its publisher’s label', wheelhouse: copy('2.6.0+cpu'), label: 'site' },
    {
      name: 'an allowed label',
      wheelhouse: wheel('1.0+dummy.9'),
      label: 'site',
      options: { allow: ['dummy.*'] },
    },
    { name: 'a number twice', wheelhouse: wheel('1.0+1.site.1'), label: 'site' },
  ],
  invalid: [
    {
      name: 'another label',
      wheelhouse: wheel('1.0+cu118'),
      label: 'site',
      findings: [
        { message: 'notConfigured', severity: 'warning', data: { label: 'cu118', expected: 'site' } },
      ],
    },
    {
      name: 'the configured label as a part of a segment',
      wheelhouse: wheel('1.0+site2'),
      label: 'site',
      findings: [{ message: 'notConfigured' }],
    },
    {
      name: 'a label that was added twice',
      wheelhouse: wheel('1.0+site.cu118.site'),
      label: 'site',
      findings: [{ message: 'twice', data: { segment: 'site' } }],
    },
    {
      name: 'upper case and an underscore',
      wheelhouse: wheel('1.0+Compute_Canada'),
      findings: [{ message: 'notNormal', data: { spelling: 'Compute_Canada', label: 'compute.canada' } }],
    },
  ],
});

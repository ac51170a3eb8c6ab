import rule from '../../rules/metadata-mismatch.ts';
import { testRule } from '../support/rule-tester.ts';

const wheel = (filename: string, more = '') => `[[wheel]]\nfilename = "${filename}"\n${more}\n`;

testRule(rule, {
  valid: [
    { name: 'the same name and version', wheelhouse: wheel('demo-1.0+x-py3-none-any.whl') },
    {
      name: 'another spelling of the version',
      wheelhouse: wheel('demo-1.0-py3-none-any.whl', 'version = "1.0.0"'),
    },
    {
      name: 'another spelling of the label',
      wheelhouse: wheel('demo-1.0+my.site-py3-none-any.whl', 'version = "1.0+My_Site"'),
    },
    {
      name: 'another spelling of the name',
      wheelhouse: wheel('demo_pkg-1.0-py3-none-any.whl', 'name = "Demo.Pkg"'),
    },
    { name: 'a name that does not parse', wheelhouse: wheel('demo-1.0.whl', 'version = "2.0"') },
    {
      name: 'an archive that cannot be read',
      wheelhouse: wheel('demo-1.0-py3-none-any.whl', 'raw = "no zip"'),
    },
  ],
  invalid: [
    {
      name: 'the label stands only in the file name',
      wheelhouse: wheel('demo-1.0+site-py3-none-any.whl', 'version = "1.0"'),
      findings: [
        {
          message: 'renamedOnly',
          severity: 'error',
          member: 'demo-1.0.dist-info/METADATA',
          line: 3,
          data: { metadata: '1.0', filename: '1.0+site' },
        },
      ],
    },
    {
      name: 'the label stands only in METADATA',
      wheelhouse: wheel('demo-1.0-py3-none-any.whl', 'version = "1.0+site"'),
      findings: [{ message: 'version' }],
    },
    {
      name: 'another version with a label in the file name',
      wheelhouse: wheel('demo-1.0+site-py3-none-any.whl', 'version = "1.1"'),
      findings: [{ message: 'version' }],
    },
    {
      name: 'a version that is none',
      wheelhouse: wheel('demo-1.0-py3-none-any.whl', 'version = "one"'),
      findings: [{ message: 'invalidVersion', data: { metadata: 'one' } }],
    },
    {
      name: 'another project',
      wheelhouse: wheel('demo-1.0-py3-none-any.whl', 'name = "other"'),
      findings: [{ message: 'name', line: 2, data: { metadata: 'other', filename: 'demo' } }],
    },
    {
      name: 'neither name nor version',
      wheelhouse: wheel('demo-1.0-py3-none-any.whl', 'name = ""\nversion = ""'),
      findings: [
        { message: 'missing', data: { field: 'Name' } },
        { message: 'missing', data: { field: 'Version' } },
      ],
    },
  ],
});

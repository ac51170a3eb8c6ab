import rule from '../../rules/dist-info-mismatch.ts';
import { wheel } from '../support/declaring.ts';
import { testRule } from '../support/rule-tester.ts';

const any = 'demo-1.0-py3-none-any.whl';
const folder = (name: string) => `dist-info-folder = "${name}"\n`;
const files = (...paths: readonly string[]) =>
  `files = { ${paths.map((path) => `"${path}" = "x"`).join(', ')} }\n`;

testRule(rule, {
  valid: [
    { name: 'called like the file', wheelhouse: wheel(any, files('demo-1.0.data/scripts/demo')) },
    {
      name: 'other spellings of name and version',
      wheelhouse: wheel('demo_pkg-1.0-py3-none-any.whl', folder('Demo.Pkg-1.0.0.dist-info')),
    },
    {
      name: 'spelled as PyPI wants it, where the file name is not',
      wheelhouse: wheel('Demo.Pkg-1.0-py3-none-any.whl', folder('demo_pkg-1.0.dist-info')),
      options: { publish: true },
    },
    {
      name: 'renamed only, which METADATA tells',
      wheelhouse: wheel('demo-1.0+x-py3-none-any.whl', `${folder('demo-1.0.dist-info')}version = "1.0"`),
    },
    { name: 'a name that does not parse', wheelhouse: wheel('demo-1.0.whl', folder('other-1.0.dist-info')) },
    { name: 'no archive', wheelhouse: wheel(any, 'raw = "x"') },
    {
      name: 'folders that are no data folders',
      wheelhouse: wheel(any, files('demo/x.data/y', 'demo.database/y')),
    },
    {
      name: 'spelled like the file, for PyPI',
      wheelhouse: wheel('Demo-1.0.0-py3-none-any.whl', ''),
      options: { publish: true },
    },
  ],
  invalid: [
    {
      name: 'another project',
      wheelhouse: wheel(any, folder('other-1.0.dist-info')),
      findings: [
        {
          message: 'project',
          severity: 'error',
          member: 'other-1.0.dist-info',
          data: { folder: 'other-1.0.dist-info', project: 'demo' },
        },
      ],
    },
    {
      name: 'the label is missing in the folder',
      wheelhouse: wheel('demo-1.0+x-py3-none-any.whl', `${folder('demo-1.0.dist-info')}version = "1.0+x"`),
      findings: [{ message: 'version', severity: 'warning', data: { version: '1.0+x' } }],
    },
    {
      name: 'a version that is none, and none at all',
      wheelhouse:
        wheel(any, folder('demo-one.dist-info')) +
        wheel('demo-2.0-py3-none-any.whl', folder('demo.dist-info')),
      findings: [{ message: 'version' }, { message: 'version' }],
    },
    {
      name: 'a project whose name goes on',
      wheelhouse: wheel(any, folder('demo_more-1.0.dist-info')),
      findings: [{ message: 'version' }],
    },
    {
      name: 'another spelling, for PyPI',
      wheelhouse: wheel('demo-1.0-py3-none-any.whl', folder('Demo-1.0.dist-info')),
      options: { publish: true },
      findings: [
        {
          message: 'spelling',
          severity: 'error',
          data: { expected: 'demo-1.0.dist-info' },
        },
      ],
    },
    {
      name: 'a data folder that was not renamed',
      wheelhouse: wheel(
        'demo-1.0+x-py3-none-any.whl',
        files('demo-1.0.data/scripts/demo', 'demo-1.0.data/purelib/demo.py'),
      ),
      findings: [
        {
          message: 'data',
          severity: 'warning',
          member: 'demo-1.0.data',
          data: { expected: 'demo-1.0+x.dist-info' },
        },
      ],
    },
  ],
});

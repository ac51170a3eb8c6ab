import rule from '../../rules/toplevel-difference.ts';
import { declaredFiles } from '../support/declared-files.ts';
import { testRule } from '../support/rule-tester.ts';

const options = { expect: ['foo.py', 'bar/'] };
const missing = (members: string) => ({ message: 'missing', data: { members } });
const undeclared = (members: string) => ({ message: 'undeclared', data: { members } });

testRule(rule, {
  valid: [
    { name: 'no expectation', wheelhouse: declaredFiles(['anything.py']) },
    { name: 'as expected', wheelhouse: declaredFiles(['foo.py', 'bar/__init__.py']), options },
    {
      name: 'in the data folder',
      wheelhouse: declaredFiles(['foo.py', 'demo-1.0.data/platlib/bar/__init__.py']),
      options,
    },
    {
      name: 'a path file more',
      wheelhouse: declaredFiles(['foo.py', 'bar/__init__.py', 'quux.pth']),
      options,
    },
    {
      name: 'outside of site-packages',
      wheelhouse: declaredFiles(['foo.py', 'bar/__init__.py', 'demo-1.0.data/scripts/x.py']),
      options,
    },
    {
      name: 'another project',
      wheelhouse: declaredFiles(['x.py']),
      options: { projects: { other: options } },
    },
  ],
  invalid: [
    {
      name: 'one missing',
      wheelhouse: declaredFiles(['foo.py', 'demo-1.0.data/scripts/bar']),
      options,
      findings: [missing('bar')],
    },
    {
      name: 'one too many',
      wheelhouse: declaredFiles(['foo.py', 'bar/__init__.py', '_glarch.py', 'data.dat']),
      options,
      findings: [undeclared('_glarch.py, data.dat')],
    },
    {
      name: 'a module in place of a package',
      wheelhouse: declaredFiles(['foo.py', 'bar.py']),
      options: { projects: { Demo: options } },
      findings: [missing('bar'), undeclared('bar.py')],
    },
    { name: 'nothing at all', wheelhouse: declaredFiles([]), options, findings: [missing('foo.py, bar')] },
  ],
});

import rule from '../../rules/bytecode.ts';
import { declaredFiles } from '../support/declared-files.ts';
import { testRule } from '../support/rule-tester.ts';

testRule(rule, {
  valid: [
    { name: 'modules', wheelhouse: declaredFiles(['foo.py', 'foo/pyc.py', 'foo/data.pyco']) },
    { name: 'a hidden file of that name', wheelhouse: declaredFiles(['foo/.pyc']) },
    {
      name: 'an allowed one',
      wheelhouse: declaredFiles(['foo/tests/old.pyc']),
      options: { allow: ['*/tests/*'] },
    },
    {
      name: 'one that is allowed for its project only',
      wheelhouse: declaredFiles(['foo/tests/old.pyc']),
      options: { projects: { Demo: { allow: ['*/tests/*'] } } },
    },
  ],
  invalid: [
    {
      name: 'beside the module',
      wheelhouse: declaredFiles(['foo.py', 'foo.pyc']),
      findings: [{ message: 'found', member: 'foo.pyc', data: { members: 'foo.pyc' } }],
    },
    {
      name: 'optimised, as Python 2 called it',
      wheelhouse: declaredFiles(['foo.py', 'foo.pyo']),
      findings: [{ message: 'found', member: 'foo.pyo' }],
    },
    {
      name: 'many, as one finding',
      wheelhouse: declaredFiles([
        'foo/__init__.py',
        'foo/__pycache__/__init__.cpython-36.pyc',
        'foo/__pycache__/bar.cpython-36.opt-1.pyc',
        'foo/sub/__pycache__/__init__.cpython-36.pyc',
        'foo/sub/__pycache__/baz.cpython-36.pyc',
      ]),
      findings: [
        {
          message: 'found',
          member: 'foo/__pycache__/__init__.cpython-36.pyc',
          data: {
            members:
              'foo/__pycache__/__init__.cpython-36.pyc, foo/__pycache__/bar.cpython-36.opt-1.pyc, foo/sub/__pycache__/__init__.cpython-36.pyc and 1 more',
          },
        },
      ],
    },
    {
      name: 'in the data folder',
      wheelhouse: declaredFiles(['demo-1.0.data/platlib/__pycache__/foo.cpython-36.pyc']),
      findings: [{ message: 'found' }],
    },
    {
      name: 'in the dist-info folder',
      wheelhouse: declaredFiles(['foo.py', 'demo-1.0.dist-info/how-did-this-get-here.pyc']),
      findings: [{ message: 'found', member: 'demo-1.0.dist-info/how-did-this-get-here.pyc' }],
    },
    {
      name: 'allowed for another project',
      wheelhouse: declaredFiles(['foo/tests/old.pyc']),
      options: { projects: { other: { allow: ['*/tests/*'] } } },
      findings: [{ message: 'found' }],
    },
    {
      name: 'what a project has of its own replaces what all have',
      wheelhouse: declaredFiles(['foo/tests/old.pyc']),
      options: { allow: ['*/tests/*'], projects: { demo: { allow: [] } } },
      findings: [{ message: 'found' }],
    },
  ],
});

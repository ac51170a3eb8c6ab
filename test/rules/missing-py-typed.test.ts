import rule from '../../rules/missing-py-typed.ts';
import { declaredFiles } from '../support/declared-files.ts';
import { testRule } from '../support/rule-tester.ts';

testRule(rule, {
  valid: [
    { name: 'no stubs', wheelhouse: declaredFiles(['a/b.py']) },
    { name: 'the mark', wheelhouse: declaredFiles(['a/b.py', 'a/b.pyi', 'a/py.typed']) },
    { name: 'the mark in a namespace package', wheelhouse: declaredFiles(['g/c/x/b.pyi', 'g/c/x/py.typed']) },
    { name: 'a file that is only called so', wheelhouse: declaredFiles(['a/b.py', 'a/py.typed', 'b.typed']) },
    { name: 'a stub package', wheelhouse: declaredFiles(['a-stubs/b.pyi']) },
    { name: 'an allowed one', wheelhouse: declaredFiles(['a/b.pyi']), options: { allow: ['a/'] } },
  ],
  invalid: [
    {
      name: 'stubs without the mark',
      wheelhouse: declaredFiles(['a/b.py', 'a/b.pyi', 'c/d.pyi', 'c/py.typed', 'e/f/g.pyi']),
      findings: [{ message: 'found', member: 'a/', data: { members: 'a/, e/' } }],
    },
    {
      name: 'a mark that is none',
      wheelhouse: declaredFiles(['a/b.pyi', 'a/not.py.typed', 'a/x.typed', 'py.typed']),
      findings: [{ message: 'found', member: 'a/' }],
    },
  ],
});

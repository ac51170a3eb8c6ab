import rule from '../../rules/development-file.ts';
import { declaredFiles } from '../support/declared-files.ts';
import { testRule } from '../support/rule-tester.ts';

testRule(rule, {
  valid: [
    { name: 'other hidden files', wheelhouse: declaredFiles(['a/.hidden', 'a/github/x.py', 'a/codecov.py']) },
    { name: 'an allowed one', wheelhouse: declaredFiles(['a/t/.gitignore']), options: { allow: ['a/t/*'] } },
  ],
  invalid: [
    {
      name: 'of CI services and version control',
      wheelhouse: declaredFiles(['a/.gitignore', 'codecov.yml', '.github/workflows/a.yml', '.github/b.md']),
      findings: [{ message: 'found', data: { members: 'a/.gitignore, codecov.yml, .github/' } }],
    },
  ],
});

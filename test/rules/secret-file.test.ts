import rule from '../../rules/secret-file.ts';
import { declaredFiles } from '../support/declared-files.ts';
import { testRule } from '../support/rule-tester.ts';

testRule(rule, {
  valid: [
    {
      name: 'public keys, certificates and examples',
      wheelhouse: declaredFiles([
        'a/id_rsa.pub',
        'a/cacert.pem',
        'a/test.key',
        '.env.example',
        'a/.env.py',
        'a/env',
      ]),
    },
    { name: 'an allowed one', wheelhouse: declaredFiles(['a/t/.netrc']), options: { allow: ['a/t/*'] } },
  ],
  invalid: [
    {
      name: 'keys',
      wheelhouse: declaredFiles(['a/id_rsa', 'b/id_ed25519', 'c.ppk']),
      findings: [
        { message: 'private-key', severity: 'info', data: { members: 'a/id_rsa, b/id_ed25519, c.ppk' } },
      ],
    },
    {
      name: 'credentials',
      wheelhouse: declaredFiles([
        '.pypirc',
        'a/.env',
        'demo-1.0.data/data/.netrc',
        'x/.aws/credentials',
        'x/.aws/config',
      ]),
      findings: [
        {
          message: 'credentials',
          member: '.pypirc',
          data: { members: '.pypirc, a/.env, demo-1.0.data/data/.netrc and 1 more' },
        },
      ],
    },
    {
      name: 'both, with a finding for each',
      wheelhouse: declaredFiles(['id_dsa', '.pypirc']),
      findings: [{ message: 'credentials' }, { message: 'private-key' }],
    },
  ],
});

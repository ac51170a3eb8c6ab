import rule from '../../rules/record-hash-algorithm.ts';
import { own, recordOf, sha256OfNothing } from '../support/declared-record.ts';
import { testRule } from '../support/rule-tester.ts';

testRule(rule, {
  valid: [
    { name: 'sha256', wheelhouse: recordOf({}) },
    ...['sha384', 'sha512', 'sha3_256', 'blake2b', 'blake2s'].map((name) => ({
      name,
      wheelhouse: recordOf({ 'demo.py': `demo.py,${name}=x,0` }),
    })),
    { name: 'no hash', wheelhouse: recordOf({ 'demo.py': 'demo.py,,' }) },
    { name: 'the hash of RECORD itself is another rule', wheelhouse: recordOf({ [own]: `${own},md5=x,` }) },
  ],
  invalid: [
    ...['md5', 'sha1', 'sha224'].map((name) => ({
      name,
      wheelhouse: recordOf({ 'demo.py': `demo.py,${name}=1B2M2Y8AsgTpgAmY7PhCfg,0` }),
      findings: [{ message: 'weak-algorithm', member: own, line: 1, data: { detail: name } }],
    })),
    ...['bla360', 'SHA256', '', 'shake_128'].map((name) => ({
      name: `'${name}'`,
      wheelhouse: recordOf({ 'demo.py': `demo.py,${name}=${sha256OfNothing},0` }),
      findings: [{ message: 'unknown-algorithm', line: 1, data: { files: 'demo.py', detail: name } }],
    })),
  ],
});

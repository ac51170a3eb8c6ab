import rule from '../../rules/stray-file.ts';
import { wheel, wheelIn } from '../support/declaring.ts';
import { testRule } from '../support/rule-tester.ts';

const any = 'demo-1.0-py3-none-any.whl';
const beside = (files: readonly string[], name = '.') =>
  `[[folder]]\nname = "${name}"\nfiles = ${JSON.stringify(files)}\n`;

testRule(rule, {
  valid: [
    { name: 'wheels alone', wheelhouse: wheel(any) },
    {
      name: 'what belongs there',
      wheelhouse:
        wheel(any) +
        beside([
          ...['.gitignore', '.lock', 'README', 'README.md', 'index.html', 'requirements.txt', 'SHA256SUMS'],
          ...[`${any}.metadata`, `${any}.asc`, `${any}.publish.attestation`, `${any}.sha256`, 'pip.conf'],
        ]),
    },
    { name: 'sdists, by default', wheelhouse: wheel(any) + beside(['demo-1.0.tar.gz', 'other-2.zip']) },
    {
      name: 'allowed',
      wheelhouse: wheel(any) + beside(['build.log', '.demo.whl.x7Ab9Q']),
      options: { allow: ['*.log', '.*'] },
    },
  ],
  invalid: [
    {
      name: 'wheels that were cut short or renamed',
      wheelhouse:
        wheelIn('a', any) + beside([`${any}.part`, `${any}.1`, `${any}~`, 'six-1.0-py3-none-any.WHL'], 'a'),
      findings: [
        { message: 'partial', severity: 'info', wheel: `a/${any}.1`, data: { file: `${any}.1` } },
        { message: 'partial', wheel: `a/${any}.part` },
        { message: 'partial', wheel: `a/${any}~` },
        { message: 'partial', wheel: 'a/six-1.0-py3-none-any.WHL' },
      ],
    },
    {
      name: 'a temporary file of rsync',
      wheelhouse: wheel(any) + beside([`.${any}.x7Ab9Q`]),
      findings: [{ message: 'partial' }],
    },
    {
      name: 'sdists where they are not wanted',
      wheelhouse: wheel(any) + beside(['demo-1.0.tar.gz', 'notes.zip.d-2.txt']),
      options: { sdists: true },
      findings: [{ message: 'sdist', wheel: 'demo-1.0.tar.gz' }],
    },
    {
      name: 'another file, and many of them',
      wheelhouse:
        wheelIn('a', any) +
        beside(['build.log'], 'a') +
        wheelIn('b', any) +
        beside(['a.log', 'b.log', 'c.egg', 'd.sh', 'e.so'], 'b'),
      findings: [
        { message: 'ignored', wheel: 'a/build.log', data: { file: 'build.log' } },
        {
          message: 'several',
          wheel: 'b/a.log',
          data: { count: '5', files: "a.log', 'b.log', 'c.egg', 'd.sh', '1 more" },
        },
      ],
    },
  ],
});

import rule from '../../rules/unsafe-path.ts';
import { wheel } from '../support/declaring.ts';
import { testRule } from '../support/rule-tester.ts';

const filename = 'demo-1.0-py3-none-any.whl';
/** A wheel with an empty member of each name; TOML wants what cannot be printed escaped. */
const named = (...names: readonly string[]) =>
  wheel(filename, `archive.members = [${names.map((name) => `{ name = ${quoted(name)} }`).join(', ')}]`);

function quoted(name: string): string {
  return JSON.stringify(name).replace(/[\u007f-\u009f]/g, (it) => `\\u00${it.charCodeAt(0).toString(16)}`);
}

testRule(rule, {
  valid: [
    { name: 'a usual wheel', wheelhouse: wheel(filename, 'files = { "demo/__init__.py" = "" }') },
    {
      name: 'dots in names',
      wheelhouse: named('demo/..hidden', 'demo/a..b', 'demo/.c', '.d', '..e/f', 'demo/...'),
    },
    { name: 'a folder', wheelhouse: named('demo/', 'demo/data/') },
    { name: 'other letters, spaces, signs', wheelhouse: named('demo/ä b (1) {2} ~漢[3]+=@#.py') },
    { name: 'a colon that is no drive', wheelhouse: named('demo/a:b', 'ab:c') },
  ],
  invalid: [
    {
      name: 'paths that lead out, as one finding',
      wheelhouse: named(
        '../evil.py',
        'demo/../../evil.py',
        '/etc/evil',
        'C:/evil',
        'c:evil',
        '..\\evil',
        '\\evil',
        '//evil',
      ),
      findings: [
        {
          message: 'outside',
          severity: 'error',
          member: '../evil.py',
          data: { members: '../evil.py and 7 more' },
        },
      ],
    },
    {
      name: 'characters that cannot be printed',
      wheelhouse: named('demo/a\u0000b.py', 'demo/\u001b[2J', 'demo/\u007f', 'demo/a\nb', 'demo/\u0085'),
      findings: [
        {
          message: 'control',
          severity: 'error',
          member: 'demo/a\u0000b.py',
          data: { members: 'demo/a\u0000b.py and 4 more' },
        },
      ],
    },
    {
      name: 'backslashes that stay inside',
      wheelhouse: named('demo\\a.py', 'demo/a\\..\\b.py'),
      findings: [{ message: 'backslash', severity: 'error', data: { members: 'demo\\a.py and 1 more' } }],
    },
    {
      name: 'ways around are softer',
      wheelhouse: named('./demo/a.py', 'demo//b.py', 'demo/x/../c.py'),
      findings: [{ message: 'roundabout', severity: 'warning', data: { members: './demo/a.py and 2 more' } }],
    },
    {
      name: 'one finding for each kind',
      wheelhouse: named('a\\b', 'a//b', '../a'),
      findings: [{ message: 'outside' }, { message: 'roundabout' }, { message: 'backslash' }],
    },
  ],
});

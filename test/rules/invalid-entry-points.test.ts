import rule from '../../rules/invalid-entry-points.ts';
import { wheel, wheelWith } from '../support/declaring.ts';
import { testRule } from '../support/rule-tester.ts';

const member = 'demo-1.0.dist-info/entry_points.txt';
const files = (...paths: readonly string[]) =>
  `files = { ${paths.map((path) => `"${path}" = ""`).join(', ')} }\n`;
const pack = files('demo/__init__.py', 'demo/cli.py');
const points = (lines: readonly string[], more = pack) => wheelWith('entry_points.txt', lines, more);
const scripts = (...lines: readonly string[]) => points(['[console_scripts]', ...lines]);

testRule(rule, {
  valid: [
    { name: 'none', wheelhouse: wheel('demo-1.0-py3-none-any.whl') },
    {
      name: 'scripts and plugins as they should be',
      wheelhouse: points([
        '# made by hand',
        '[console_scripts]',
        ...['demo = demo.cli:main', 'demo-2 = demo : Class.method [extra1, extra2]', 'demo.py=demo:main'],
        ...[
          '',
          '[gui_scripts]',
          'demo-gui = demo.cli:gui',
          '',
          '[pytest11]',
          'demo = demo',
          'x y = demo.cli',
        ],
      ]),
    },
    {
      name: 'modules in other places',
      wheelhouse: points(
        [
          '[console_scripts]',
          'a = demo._c:main',
          'b = ns.part:main',
          'c = lib.x:y',
          'd = lone:main',
          'e = plat:main',
        ],
        files(
          ...[
            'demo/__init__.py',
            'demo/_c.cpython-311-x86_64-linux-gnu.so',
            'ns/part/inner/x.py',
            'lib/x.pyd',
          ],
          ...['demo-1.0.data/purelib/lone.py', 'demo-1.0.data/platlib/plat/__init__.py'],
        ),
      ),
    },
    {
      name: 'a module that a requirement may bring',
      wheelhouse: points(['[console_scripts]', 'a = other.cli:main'], `${pack}requires = ["other"]`),
    },
    { name: 'a name that only PyPI refuses', wheelhouse: scripts('demo tool = demo:main') },
    {
      name: 'such names of plugins, for PyPI',
      wheelhouse: points(['[plugins]', 'demo tool = demo']),
      options: { publish: true },
    },
    { name: 'no archive', wheelhouse: wheel('demo-1.0-py3-none-any.whl', 'raw = "x"') },
  ],
  invalid: [
    {
      name: 'bytes of Latin-1',
      wheelhouse: points(['latin-1:', '[console_scripts]', 'für = demo:main']),
      findings: [{ message: 'encoding', severity: 'error', member, line: 2 }],
    },
    {
      name: 'lines that cannot be read',
      wheelhouse:
        scripts('demo', 'demo = demo:main') +
        points(['demo = demo:main', '[x]']) +
        points(['[x]', 'a = demo', '[x]', 'b = demo']) +
        points(['[x]', 'a = demo', 'a = demo.cli', '= demo']),
      findings: [
        { message: 'outside', severity: 'warning', line: 1 },
        { message: 'no-value', severity: 'error', line: 2, data: { line: '"demo"' } },
        { message: 'same-name', severity: 'warning', line: 3, data: { line: '"a = demo.cli"' } },
        { message: 'same-section', severity: 'warning', line: 3, data: { line: '"[x]"' } },
        { message: 'no-name', severity: 'warning', line: 4 },
      ],
    },
    {
      name: 'the same, for PyPI',
      wheelhouse: points(['[x]', 'a = demo', 'a = demo.cli']),
      options: { publish: true },
      findings: [{ message: 'same-name', severity: 'error' }],
    },
    {
      name: 'values that are no references',
      wheelhouse: points([
        '[x]',
        'a = demo-cli',
        '[console_scripts]',
        'b = demo',
        'c = demo:',
        'd = demo:main [x',
      ]),
      findings: [
        {
          message: 'reference',
          severity: 'warning',
          line: 2,
          data: { group: 'x', name: 'a', value: 'demo-cli' },
        },
        { message: 'script', severity: 'error', line: 4, data: { name: 'b', value: 'demo' } },
        { message: 'script', line: 5 },
        { message: 'script', line: 6 },
      ],
    },
    {
      name: 'names that lead elsewhere',
      wheelhouse: scripts(
        '../x = demo:a',
        '/bin/x = demo:a',
        'C:x = demo:a',
        '. = demo:a',
        'a/../.. = demo:a',
      ),
      findings: [2, 3, 4, 5, 6].map((line) => ({ message: 'path', severity: 'error' as const, line })),
    },
    {
      name: 'programs of Python itself',
      wheelhouse: scripts(
        'Python3 = demo:a',
        'pypy = demo:a',
        'python3.12.py = demo:a',
        'pythonw3.13t = demo:a',
      ),
      findings: [2, 3, 4, 5].map((line) => ({ message: 'reserved', line })),
    },
    {
      name: 'odd names, for PyPI',
      wheelhouse: scripts('demo tool = demo:main', 'demo/x = demo:main'),
      options: { publish: true },
      findings: [
        { message: 'name', severity: 'error', line: 2 },
        { message: 'name', line: 3 },
      ],
    },
    {
      name: 'scripts that are one file',
      wheelhouse: scripts('demo = demo:a', 'Demo = demo:b', '[gui_scripts]', 'demo = demo:c'),
      findings: [
        { message: 'clash', severity: 'warning', line: 3, data: { first: 'demo', name: 'Demo' } },
        { message: 'clash', line: 5, data: { first: 'demo', name: 'demo' } },
      ],
    },
    {
      name: 'modules that are not there, the first few',
      wheelhouse: scripts(
        'a = demo.gone:x',
        'b = demo.gone:y',
        'c = demo.gone1:x',
        'd = demo.gone2:x',
        'e = demo.gone3:x',
      ),
      findings: [
        { message: 'module', severity: 'warning', line: 2, data: { name: 'a', module: 'demo.gone' } },
        { message: 'module', line: 4 },
        { message: 'module', line: 5 },
      ],
    },
    {
      name: 'a module of another package that nothing can bring',
      wheelhouse: scripts('a = other.cli:main'),
      findings: [{ message: 'module', data: { module: 'other.cli' } }],
    },
  ],
});

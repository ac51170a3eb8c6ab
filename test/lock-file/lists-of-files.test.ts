import { describe, expect, test } from 'vitest';
import { a, b, c, complaint, promised } from './promised.ts';

const wheel = 'demo-1.0-py3-none-any.whl';

const pylock = `lock-version = "1.0"
created-by = "test"
[[packages]]
name = "demo"
version = "1.0"
sdist = { name = "demo-1.0.tar.gz", url = "https://files.example/demo-1.0.tar.gz", hashes = { sha256 = "${c}" } }
wheels = [
  { name = "${wheel}", url = "https://files.example/x", hashes = { sha256 = "${a.toUpperCase()}" } },
  { url = "https://files.example/demo-1.0%2Bcpu-py3-none-any.whl?x=1#y", hashes = { sha256 = "${b}" } },
  { path = "../wheels/demo-1.0-1-py3-none-any.whl", hashes = { sha512 = "${b}" } },
]
[[packages]]
name = "direct"
archive = { path = "./direct-2.0-py3-none-any.whl", hashes = { sha256 = "${c}" } }
[[packages]]
name = "source"
vcs = { type = "git", url = "https://git.example/source", commit-id = "1" }
`;

const uv = `version = 1
revision = 3
requires-python = ">=3.9"
[[package]]
name = "root"
source = { virtual = "." }
dependencies = [{ name = "demo" }]
[[package]]
name = "demo"
version = "1.0"
source = { registry = "https://pypi.org/simple" }
sdist = { url = "https://files.example/demo-1.0.tar.gz", hash = "sha256:${c}" }
wheels = [
    { url = "https://files.example/${wheel}", hash = "sha256:${a}", size = 1 },
    { path = "demo-1.0-1-py3-none-any.whl", hash = "md5:${b}" },
    { filename = "demo-1.0-2-py3-none-any.whl" },
]
`;

const poetry = `[[package]]
name = "Demo"
version = "1.0"
files = [
    {file = "${wheel}", hash = "sha256:${a}"},
    {file = "demo-1.0.tar.gz", hash = "sha256:${b}"},
]
[package.dependencies]
other = "*"
[metadata]
lock-version = "2.1"
`;

const oldPoetry = `[[package]]
name = "demo"
version = "1.0"
[metadata]
lock-version = "1.1"
[metadata.files]
demo = [ {file = "${wheel}", hash = "sha256:${a}"} ]
`;

const pdm = `[metadata]
lock_version = "4.5.0"
[[package]]
name = "demo"
version = "1.0"
files = [
    {url = "https://files.example/${wheel}", hash = "sha256:${a}"},
]
`;

const pyodide = JSON.stringify(
  {
    info: { arch: 'wasm32', python: '3.13.2' },
    packages: {
      demo: { name: 'demo', version: '1.0', file_name: wheel, sha256: a, depends: [] },
      other: {
        name: 'other',
        version: '2',
        file_name: `https://files.example/other-2-py3-none-any.whl`,
        sha256: b,
      },
      openssl: { name: 'openssl', version: '1.1.1w', file_name: 'openssl-1.1.1w.zip', sha256: c },
    },
  },
  undefined,
  1,
);

describe('promises', () => {
  test.each<[file: string, content: string, promises: readonly string[]]>([
    [
      'pylock.toml',
      pylock,
      [
        `8 demo 1.0 ${wheel} a`,
        '9 demo 1.0 demo-1.0+cpu-py3-none-any.whl b',
        '- demo 1.0 demo-1.0-1-py3-none-any.whl -',
        '6 direct 2.0 direct-2.0-py3-none-any.whl c',
      ],
    ],
    ['locks/pylock.dev.toml', 'lock-version = "1.7"\npackages = []', []],
    [
      'uv.lock',
      uv,
      [
        `14 demo 1.0 ${wheel} a`,
        '- demo 1.0 demo-1.0-1-py3-none-any.whl -',
        '- demo 1.0 demo-1.0-2-py3-none-any.whl -',
      ],
    ],
    ['uv.lock', 'version = 1\nrequires-python = ">=3.9"', []],
    ['poetry.lock', poetry, [`5 demo 1.0 ${wheel} a`]],
    ['poetry.lock', oldPoetry, [`7 demo 1.0 ${wheel} a`]],
    ['pdm.lock', pdm, [`7 demo 1.0 ${wheel} a`]],
    ['pyodide-lock.json', pyodide, [`11 demo 1.0 ${wheel} a`, '18 other 2 other-2-py3-none-any.whl b']],
  ])('of %s (%#)', (file, content, promises) => {
    const lines = content.split('\n').map((line) => line.toLowerCase());
    for (const promise of promises) {
      const [line, , , , hash = ''] = promise.split(' ');
      if (line !== '-') expect(lines[Number(line) - 1]).toContain(hash.repeat(64));
    }
    expect(promised(content, file)).toEqual(promises);
  });
});

describe('the format is told by what is in the file', () => {
  test.each(['my.toml', 'any.lock'])('whatever it is called: %s', (file) => {
    expect(promised(uv, file)).toEqual(promised(uv, 'uv.lock'));
  });

  test.each([
    ['Pipfile.lock', '{"_meta": {}}', /^The lock file 'Pipfile\.lock' is not TOML: line 1: /],
    [
      'pyproject.toml',
      '[project]\nname = "demo"',
      /^'pyproject\.toml' is no lock file that is known\. There are: pylock\.toml, uv\.lock, /,
    ],
    ['Cargo.lock', 'package = []', /^'Cargo\.lock' is no lock file/],
    ['package-lock.json', '{"packages": {}}', /^'package-lock\.json' is no lock file/],
    ['list.json', '[]', /^'list\.json' is no lock file/],
    [
      'conda-lock.yml',
      'version: 1',
      /^'conda-lock\.yml' is no lock file .* requirements\.txt with hashes\.$/,
    ],
  ])('%s is none', (file, content, message) => {
    expect(complaint(content, file)).toMatch(message);
  });
});

describe('damage is told in one line with its place', () => {
  const damaged = (what: string) => `The lock file 'x' is damaged: ${what}`;

  test.each<[file: string, content: string, message: string]>([
    [
      'pylock.toml',
      'lock-version = "2.0"\npackages = []',
      "The lock file 'x' is of version '2.0' of pylock.toml, and only 1 is known.",
    ],
    ['uv.lock', 'version = 2', "The lock file 'x' is of version '2' of uv.lock, and only 1 is known."],
    ['pylock.toml', 'lock-version = "1.0"', damaged("'packages' is missing.")],
    ['pylock.toml', pylock.replace('name = "source"', ''), damaged("'packages.2.name' is missing.")],
    [
      'pylock.toml',
      pylock.replace(b, 'b'),
      damaged("'packages.0.wheels.1.hashes.sha256' does not fit: a sha256 has 64 hexadecimal digits."),
    ],
    ['pylock.toml', 'lock-version = 1\npackages = []', damaged("'lock-version' has to be a text, not 1.")],
    [
      'uv.lock',
      uv.replace(`sha256:${a}`, a),
      damaged("'package.1.wheels.0.hash' does not fit: a hash is written 'sha256:…'."),
    ],
    [
      'poetry.lock',
      poetry.replace('version = "1.0"', 'version = []'),
      damaged("'package.0.version' has to be a text, not a list."),
    ],
    [
      'pyodide-lock.json',
      pyodide.replace('"version": "2",', ''),
      damaged("'packages.other.version' is missing."),
    ],
    ['pyodide-lock.json', '{', damaged('it is not JSON.')],
    ['pyodide-lock.json', '['.repeat(100), damaged('it is nested too deeply.')],
    ['uv.lock', 'version = 1\nname = \n', "The lock file 'x' is not TOML: line 2: "],
  ])('%s (%#)', (file, content, message) => {
    const said = complaint(content, file);
    expect(said.replace(`'${file}'`, "'x'")).toContain(message);
    expect(said).not.toContain('\n');
  });
});

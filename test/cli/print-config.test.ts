import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { defaultInstallers } from '../../src/installer/installer.ts';
import { wheelhouseLint } from '../support/command-line.ts';
import { tempFolder, writeFiles, writeWheels } from '../support/temp-wheelhouse.ts';

const onByDefault = rules.filter(({ offByDefault }) => !offByDefault);
let cwd = '';

beforeAll(async () => {
  cwd = await tempFolder();
  await writeFiles(cwd, {
    'wheelhouse-lint.toml': `
label = "My_Site"
[[index]]
url = "https://user:secret@index.example/pypi"
[[index]]
url = "https://user:1/secret@other.example/pypi"
forbidden = "not-listed"
[[index]]
url = "file:answers"
api = "simple"
[[credentials]]
url = "https://links.example"
username-env = "LINKS_USER"
password-env = "LINKS_PASSWORD"
[[stack]]
name = "v4"
find-links = ["v4", "https://user:se/cret@links.example/wheels.html", "https://links.example/?token=secret"]
[target]
installers = ["pip@20.2", "uv"]
python = ["3.11"]
platform = ["linux_x86_64"]
glibc = "2.37"
[rules]
nvidia-requirement = { severity = "error", allow = ["nvidia-nvshmem-*"] }
same-priority = "off"
[[ignore]]
rule = "WHL101"
wheel = "wheels/six-*.whl"
reason = "rebuilt"
until = 2027-01-01
`,
  });
});

describe('--print-config', () => {
  test('shows all that is in force, and no password', async () => {
    const more = [
      '--rule=WHL401=info',
      '--find-links=more',
      '--only-binary=NumPy',
      '--pre',
      '--no-manylinux',
    ];
    const env = { LINKS_USER: 'user', LINKS_PASSWORD: 'secret' };
    const { status, stdout, stderr } = await wheelhouseLint(['--print-config', ...more], { cwd, env });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).not.toMatch(/\buser\b|secret(?!-file)|cret@/);
    expect(JSON.parse(stdout)).toMatchObject({
      config: join(cwd, 'wheelhouse-lint.toml'),
      preset: 'recommended',
      label: 'my.site',
      indexes: [
        { url: 'https://index.example/pypi', api: 'auto', forbidden: 'unchecked' },
        { url: 'https://other.example/pypi', api: 'auto', forbidden: 'not-listed' },
        { url: pathToFileURL(join(cwd, 'answers')).href, api: 'simple' },
      ],
      credentials: [
        {
          url: 'https://links.example',
          'username-env': 'LINKS_USER',
          'password-env': 'LINKS_PASSWORD',
        },
      ],
      stacks: [
        {
          name: 'v4',
          'find-links': [join(cwd, 'v4'), 'https://links.example/wheels.html', 'https://links.example/?****'],
        },
      ],
      'find-links': [join(cwd, 'more')],
      'prefer-binary': false,
      'only-binary': ['numpy'],
      'no-binary': [],
      pre: true,
      installers: ['pip@20.2', 'uv'],
      python: ['3.11'],
      platform: ['manylinux_2_37_x86_64'],
      glibc: null,
      manylinux: false,
      rules: {
        'same-filename': { code: 'WHL101', severity: 'warning' },
        'native-in-any': { severity: 'info', allow: [] },
        'nvidia-requirement': {
          severity: 'error',
          allow: ['nvidia-nvshmem-*'],
          deny: [],
          'behind-extra': 'info',
        },
      },
      ignore: [{ rule: 'same-filename', wheel: 'wheels/six-*.whl', reason: 'rebuilt', until: '2027-01-01' }],
    });
    expect(JSON.parse(stdout).rules).not.toHaveProperty('same-priority');
  });

  test('needs no wheels and asks nothing', async () => {
    const { status, stdout } = await wheelhouseLint(['--no-config', '--print-config', 'no/such'], { cwd });
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      config: null,
      label: null,
      indexes: [{ url: 'https://pypi.org/pypi', api: 'auto' }],
      stacks: [],
      'find-links': [],
      installers: defaultInstallers,
      python: null,
      platform: null,
      glibc: null,
      manylinux: true,
    });
    expect(Object.keys(JSON.parse(stdout).rules)).toEqual(onByDefault.map(({ name }) => name));
  });
});

test('--debug says on standard error where settings come from; the report stays the same', async () => {
  const folder = await tempFolder();
  await writeWheels(folder, 'demo-1.0-py3-none-any.whl');
  await writeFiles(folder, { 'wheelhouse-lint.toml': 'label = "mysite"\npreset = "recommended"\n' });
  const quiet = await wheelhouseLint(['--offline'], { cwd: folder });
  const run = await wheelhouseLint(['--offline', '--debug'], { cwd: folder });
  expect(run).toMatchObject({ status: quiet.status, stdout: quiet.stdout });
  expect(run.stderr.split('\n')).toEqual([
    `debug: configuration: ${join(folder, 'wheelhouse-lint.toml')}`,
    `debug: preset: recommended, ${onByDefault.length} rules on`,
    'debug: label: mysite',
    'debug: ignores: 0',
    '',
  ]);
});

test('a working directory with a hostile name is shown escaped', async () => {
  const folder = join(await tempFolder(), 'a\x1b[2J\nb');
  await writeFiles(folder, { 'wheelhouse-lint.toml': 'lable = "x"' });
  await writeWheels(folder, 'demo-1.0-py3-none-any.whl');
  const wrong = await wheelhouseLint(['--offline'], { cwd: folder });
  expect(wrong).toMatchObject({ status: 2, stdout: '' });
  expect(wrong.stderr).toMatch(
    /^[^\n]*a\\x1b\[2J\\nb\/wheelhouse-lint\.toml: there is no key 'lable'[^\n]*\n$/,
  );
  const debug = await wheelhouseLint(['--offline', '--debug'], { cwd: folder });
  expect(debug.stderr).not.toContain('\x1b');
});

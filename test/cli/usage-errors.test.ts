import { beforeAll, describe, expect, test } from 'vitest';
import { wheelhouseLint } from '../support/command-line.ts';
import { tempFolder, writeWheels } from '../support/temp-wheelhouse.ts';

let cwd = '';

beforeAll(async () => {
  cwd = await tempFolder();
  await writeWheels(cwd, 'demo-1.0-py3-none-any.whl');
});

describe('wrong usage: status 2, one line on standard error, nothing else', () => {
  test.concurrent.each<[string, readonly string[], RegExp]>([
    ['an unknown flag', ['--formt', 'json'], /'--formt'\. Did you mean '--format'\?/],
    ['an unknown flag with its value', ['--formt=json'], /'--formt'\. Did you mean '--format'\?/],
    ['a flag like none', ['--zzzzzz'], /Unknown option '--zzzzzz'/],
    ['an unknown format', ['--format', 'jsn'], /no format 'jsn'.*Did you mean 'json'\?/],
    ['a format like none', ['--format', 'zzzzzz'], /There are: stylish, concise, json, jsonl, sarif, /],
    ['a format without its file', ['--format', 'json='], /names no file/],
    ['two formats on standard output', ['--format', 'json', '--format', 'sarif'], /sarif=report\.sarif/],
    ['two formats in one file', ['--format=json=a', '--format=sarif=./a'], /both go to the file '.*\/a'/],
    ['an unknown preset', ['--preset', 'hcp'], /'hcp'.*Did you mean 'hpc'\?/],
    ['an unknown rule of --rule', ['--rule', 'same-filenam=off'], /Did you mean 'same-filename'\?/],
    ['an unknown rule of --select', ['--select', 'nativ-in-any'], /Did you mean 'native-in-any'\?/],
    ['an unknown rule of --ignore', ['--ignore', 'WHL999'], /There is no rule 'WHL999'/],
    ['an unknown severity', ['--rule', 'same-filename=eror'], /'eror'.*Did you mean 'error'\?/],
    ['a rule without severity', ['--rule', 'same-filename'], /--rule same-filename=error/],
    ['an unknown choice of --color', ['--color=sometimes'], /It is one of: auto, always, never/],
    ['a number that is none', ['--max-warnings', '-1'], /whole number/],
    ['too many requests', ['--concurrency', '1000'], /from 1 to 64/],
    ['no requests', ['--concurrency', '0'], /from 1 to 64/],
    ['a timeout of nothing', ['--timeout', '0'], /number of seconds/],
    ['an option without its value', ['--preset'], /argument missing/],
    ['an index that is no URL', ['--index-url', 'pypi'], /pypi/],
    ['a missing configuration', ['--config', 'nope.toml'], /There is no configuration file 'nope\.toml'/],
    ['a missing path', ['nope\u001b[2J'], /'nope\\x1b\[2J'/],
    ['a path beside a command', ['rules', 'same-filename', 'more'], /too many arguments/i],
    [
      'an option before a command that has it not',
      ['--offline', 'rules'],
      /'rules' has no option --offline\./,
    ],
    ['an unknown rule to explain', ['rules', 'nope'], /There is no rule 'nope'/],
    ['a rule to explain, mistyped', ['rules', 'same-prioritie'], /Did you mean 'same-priority'\?/],
  ])('%s', async (_, args, message) => {
    const { status, stdout, stderr } = await wheelhouseLint(args, { cwd });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^[^\n]+[.?'][^\n]*\n$/);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/node:internal|\.ts:\d|^error:/i);
  });
});

test('with --debug the stack of a wrong usage is there for who asks', async () => {
  const { status, stderr } = await wheelhouseLint(['--debug', '--offline', 'nope'], { cwd });
  expect(status).toBe(2);
  expect(stderr).toMatch(/^There is no file or folder 'nope'\.$/m);
  expect(stderr).toMatch(/^\s+at /m);
});

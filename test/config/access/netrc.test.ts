import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseNetrc } from '../../../src/config/access/netrc.ts';
import { readNetrcFile } from '../../../src/config/access/netrc-file.ts';
import { tempFolder, writeFiles } from '../../support/temp-wheelhouse.ts';

function hosts(text: string): Record<string, [string, string]> {
  return Object.fromEntries(
    parseNetrc(text).map(({ machine = 'default', login, password }) => [machine, [login, password]]),
  );
}

const sound: [string, string, Record<string, [string, string]>][] = [
  ['one line', 'machine a login u password p', { a: ['u', 'p'] }],
  ['many lines', 'machine a\n\tlogin u\r\n  password p\n', { a: ['u', 'p'] }],
  ['user for login, and account', 'machine a user u account x password p', { a: ['u', 'p'] }],
  [
    'two machines and default',
    'machine a login u password p machine b login v default login d password e',
    {
      a: ['u', 'p'],
      b: ['v', ''],
      default: ['d', 'e'],
    },
  ],
  ['quotes', 'machine a login "u v" password "p\\"q\\\\"', { a: ['u v', 'p"q\\'] }],
  ['an escaped space', 'machine a login u password p\\ q', { a: ['u', 'p q'] }],
  ['an empty password in quotes', 'machine a login u password ""', { a: ['u', ''] }],
  ['comments', '# one\nmachine a # two words\n login u\n#three\n password p', { a: ['u', 'p'] }],
  ['a password that begins with #', 'machine a login u password #p', { a: ['u', '#p'] }],
  ['keywords as values', 'machine a login machine password default', { a: ['machine', 'default'] }],
  ['a macro', 'macdef init\nmachine evil login u\n\nmachine a login u password p', { a: ['u', 'p'] }],
  [
    'a macro in an entry',
    'machine a login u password p\nmacdef init\ncd /\n\nmachine b login v password q',
    {
      a: ['u', 'p'],
      b: ['v', 'q'],
    },
  ],
  ['the last of two', 'machine a login u password p\nmachine a login v password q', { a: ['v', 'q'] }],
  ['nothing', '', {}],
];

test.each(sound)('%s', (_, text, expected) => {
  expect(hosts(text)).toEqual(expected);
});

test('a machine has no case', () => {
  expect(Object.keys(hosts('machine Index.Example login u password p'))).toEqual(['index.example']);
});

test.each([
  ['a word out of place', '\nlogin secret', 'line 2: neither machine nor default nor macdef'],
  ['an unknown key', 'machine a\nlogin u\npasswort secret', 'line 3: neither login nor password nor account'],
  ['an end too soon', 'machine a\npassword', 'line 2: something is missing at the end'],
])('%s: the line is named, and nothing shown', (_, text, message) => {
  expect(() => parseNetrc(text)).toThrow(message);
});

const script = `
import json, netrc, os, sys, tempfile
answers = []
for text in json.load(sys.stdin):
    with tempfile.NamedTemporaryFile('w', newline='', delete=False) as file: file.write(text)
    found = netrc.netrc(file.name).hosts
    os.unlink(file.name)
    answers.append({host: [login, password] for host, (login, _, password) in found.items()})
print(json.dumps(answers))
`;
const python = spawnSync('python3', ['-c', 'import sys; print(sys.version_info >= (3, 11))'], {
  encoding: 'utf8',
});
const missing = python.stdout?.trim() === 'True' ? undefined : 'no Python 3.11 or newer';

test.skipIf(missing !== undefined)(`Python's netrc reads the same (${missing ?? 'asked'})`, () => {
  const texts = sound.map(([, text]) => text);
  const answer = spawnSync('python3', ['-c', script], { input: JSON.stringify(texts), encoding: 'utf8' });
  expect(answer.stderr).toBe('');
  expect(texts.map(hosts)).toEqual(JSON.parse(answer.stdout));
});

describe('the file', () => {
  const content = 'machine a login u password p';
  const entries = [{ machine: 'a', login: 'u', password: 'p' }];

  test('is what NETRC names, else ~/.netrc, on Windows ~/_netrc too', async () => {
    const home = await tempFolder();
    await writeFiles(home, { named: content, 'posix/.netrc': content, 'windows/_netrc': content });
    const read = (folder: string, platform: NodeJS.Platform, NETRC?: string) =>
      readNetrcFile({ environment: { NETRC }, platform, home: join(home, folder) });
    expect(await read('none', 'linux', join(home, 'named'))).toEqual({ entries, notice: undefined });
    expect(await read('posix', 'linux')).toEqual({ entries, notice: undefined });
    expect(await read('windows', 'win32')).toEqual({ entries, notice: undefined });
    expect(await read('windows', 'linux')).toEqual({ entries: [], notice: undefined });
    expect(await read('posix', 'linux', join(home, 'no-such'))).toEqual({ entries: [], notice: undefined });
  });

  test('is passed over aloud where it makes no sense', async () => {
    const home = await tempFolder();
    await writeFiles(home, { '.netrc': 'machine a login u passwort secret' });
    const { entries: none, notice } = await readNetrcFile({ environment: {}, platform: 'linux', home });
    expect(none).toEqual([]);
    expect(notice).toBe(
      `'${join(home, '.netrc')}' is passed over, with the credentials in it: line 1: neither login nor password nor account.`,
    );
  });

  test('is passed over aloud where it cannot be read', async () => {
    const home = await tempFolder();
    await writeFiles(home, { '.netrc/x': '' });
    const { notice } = await readNetrcFile({ environment: {}, platform: 'linux', home });
    expect(notice).toMatch(/it cannot be read \(EISDIR\)\.$/);
  });
});

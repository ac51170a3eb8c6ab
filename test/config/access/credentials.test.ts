import { describe, expect, test } from 'vitest';
import { authorizationFor, type CredentialSources } from '../../../src/config/access/credentials.ts';
import { UsageError } from '../../../src/errors.ts';
import { complaint, loadText } from '../load.ts';

const at = (url: string, passwordEnv: string, usernameEnv?: string) => ({ url, usernameEnv, passwordEnv });

const sources: CredentialSources = {
  configured: [
    at('https://wheels.example', 'WHEELS', 'USER'),
    at('https://wheels.example/team/', 'TEAM'),
    at('https://unset.example', 'UNSET'),
    at('https://nobody.example', 'WHEELS', 'UNSET'),
  ],
  environment: { WHEELS: 'w', TEAM: 't', USER: 'u', EMPTY: '' },
  netrc: [
    { machine: 'wheels.example', login: 'n', password: 'netrc' },
    { machine: 'index.example', login: 'n', password: 'old' },
    { machine: 'index.example', login: 'n', password: 'netrc' },
    { machine: 'index.example', login: 'm', password: 'other' },
  ],
};

/** The pair behind a header. */
function pairFor(url: string, given = sources): string | undefined {
  const header = authorizationFor(url, given);
  return header && Buffer.from(header.replace('Basic ', ''), 'base64').toString();
}

describe('the credentials for', () => {
  test.each([
    ['a URL with a password: its own', 'https://a:b@wheels.example/simple', undefined],
    ['a configured host: its variables, before the netrc', 'https://wheels.example/simple', 'u:w'],
    ['the same with a user name in the URL', 'https://a%40b@wheels.example/simple', 'a@b:w'],
    ['the longest path that fits, without a user name', 'https://wheels.example/team/simple', ':t'],
    ['that path itself', 'https://wheels.example/team', ':t'],
    ['a path that begins alike', 'https://wheels.example/teamwork/simple', 'u:w'],
    ['another scheme of a configured host: the netrc', 'http://wheels.example/simple', 'n:netrc'],
    ['another port of a configured host: the netrc', 'https://wheels.example:8443/simple', 'n:netrc'],
    ['a host of the netrc: the last entry', 'https://INDEX.example/simple', 'm:other'],
    ['a host of the netrc, with a user name', 'https://n@index.example/simple', 'n:netrc'],
    ['a host of the netrc, with an unknown user name', 'https://x@index.example/simple', undefined],
    ['an unknown host', 'https://pypi.org/pypi', undefined],
    ['a file', 'file:///wheels.example/simple', undefined],
    ['no URL', 'wheels.example', undefined],
  ])('%s', (_, url, pair) => {
    expect(pairFor(url)).toBe(pair);
  });

  test('any host, where the netrc has a default', () => {
    const netrc = [{ machine: undefined, login: 'd', password: 'e' }, ...sources.netrc];
    expect(pairFor('https://pypi.org/pypi', { ...sources, netrc })).toBe('d:e');
    expect(pairFor('https://index.example', { ...sources, netrc })).toBe('m:other');
  });

  test.each(['https://unset.example', 'https://nobody.example'])('%s: a variable that is not set', (url) => {
    const message = `The credentials for '${url}' are in the variable UNSET, which is not set.`;
    expect(() => pairFor(url)).toThrow(new UsageError(message));
  });
});

describe('[[credentials]]', () => {
  test('are kept as they are', async () => {
    const text = '[[credentials]]\nurl = "https://a.example/b/"\nusername-env = "U"\npassword-env = "P"';
    expect((await loadText(text)).sources.credentials).toEqual([
      { url: 'https://a.example/b/', usernameEnv: 'U', passwordEnv: 'P' },
    ]);
  });

  const place = 'it is where the credentials go, as in https://wheels.example.org/, and holds none itself.';
  const name = 'it is the name of a variable of the environment, never what is in it.';
  test.each([
    ['without a variable', 'url = "https://a.example"', "the key 'credentials.0.password-env' is missing."],
    [
      'with a password',
      'url = "https://u:p@a.example"\npassword-env = "P"',
      `'credentials.0.url' does not fit: ${place}`,
    ],
    [
      'without a scheme',
      'url = "a.example"\npassword-env = "P"',
      `'credentials.0.url' does not fit: ${place}`,
    ],
    [
      'with a value for a name',
      'url = "https://a.example"\npassword-env = "$ecret!"',
      `'credentials.0.password-env' does not fit: ${name}`,
    ],
    [
      'with an unknown key',
      'url = "https://a.example"\npassword = "secret"',
      "there is no key 'credentials.0.password'. Did you mean 'password-env'?",
    ],
  ])('%s', async (_, text, expected) => {
    expect(await complaint(`[[credentials]]\n${text}`)).toBe(`wheelhouse-lint.toml: ${expected}`);
  });
});

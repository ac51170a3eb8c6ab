import { describe, expect, test } from 'vitest';
import { complaint, loadText } from './load.ts';

const file = 'wheelhouse-lint.toml';

describe('what does not fit is one line with file, key and the nearest right one', () => {
  test.each([
    ['an unknown key', 'lable = "x"', "there is no key 'lable'. Did you mean 'label'?"],
    [
      'an unknown key, near to nothing',
      'colour = true',
      "there is no key 'colour'. Known here: label, preset, index, credentials, stack, target, deep, lock-files, sarif, suppressions, rules, ignore.",
    ],
    ['an unknown preset', 'preset = "hcp"', "'preset' cannot be 'hcp'. Did you mean 'hpc'?"],
    [
      'a preset of the wrong type',
      'preset = ["hpc"]',
      "'preset' cannot be a list. It is one of: recommended, hpc, security, pypi, strict, all.",
    ],
    ['a wrong type', 'label = 3', "'label' has to be a text, not 3."],
    ['a number for a table', 'rules = 3', "'rules' has to be a table, not 3."],
    ['a URL for a table', 'index = ["file:x"]', "'index.0' has to be a table, not 'file:x'."],
    [
      'an unknown key of an index',
      '[[index]]\nurll = "x"',
      "there is no key 'index.0.urll'. Did you mean 'url'?",
    ],
    ['an index without URL', '[[index]]\n', "the key 'index.0.url' is missing."],
    ['a lock file for a list', 'lock-files = "uv.lock"', "'lock-files' has to be a list, not 'uv.lock'."],
    ['an empty path', 'lock-files = [""]', "'lock-files.0' does not fit: it is the path of a lock file."],
    [
      'a single lock file',
      'lock-file = ["uv.lock"]',
      "there is no key 'lock-file'. Did you mean 'lock-files'?",
    ],
    ['an empty URL', '[[index]]\nurl = ""', "'index.0.url' does not fit: it is the URL of an index."],
    [
      'an API that is not supported',
      '[[index]]\nurl = "x"\napi = "html"',
      "'index.0.api' cannot be 'html'. It is one of: pypi-json, simple, auto.",
    ],
  ])('%s', async (_name, text, expected) => {
    expect(await complaint(text)).toBe(`${file}: ${expected}`);
  });
});

describe('rules', () => {
  test.each([
    [
      'an unknown rule',
      'same-filenam = "off"',
      "There is no rule 'same-filenam'. Did you mean 'same-filename'?",
    ],
    ['an unknown code', 'ABC123 = "off"', "There is no rule 'ABC123'. 'wheelhouse-lint rules' lists them."],
    ['an unknown severity', 'WHL101 = "warn"', "'rules.WHL101' cannot be 'warn'. Did you mean 'warning'?"],
    [
      'an unknown severity in a table',
      'WHL101 = { severity = "eror" }',
      "'rules.WHL101.severity' cannot be 'eror'. Did you mean 'error'?",
    ],
    [
      'neither severity nor table',
      'WHL101 = true',
      "'rules.WHL101' does not fit: it takes a severity (off, info, warning, error) or a table.",
    ],
    [
      'an unknown option',
      'nvidia-requirement = { alow = [] }',
      "The rule 'nvidia-requirement' has no option 'alow'. Did you mean 'allow'?",
    ],
    [
      'an option of a rule without any',
      'WHL101 = { x = 1 }',
      "The rule 'same-filename' has no option 'x'. It has none.",
    ],
    [
      'an unknown option of a rule that is off',
      'WHL101 = { severity = "off", x = 1 }',
      "The rule 'same-filename' has no option 'x'. It has none.",
    ],
    [
      'a wrong type of an option',
      'nvidia-requirement = { allow = "x" }',
      "The option 'allow' of the rule 'nvidia-requirement' has to be a list, not 'x'.",
    ],
    [
      'a wrong word for an option',
      'nvidia-requirement = { behind-extra = "warn" }',
      "The option 'behind-extra' of the rule 'nvidia-requirement' cannot be 'warn'. Did you mean 'warning'?",
    ],
  ])('%s', async (_name, line, expected) => {
    expect(await complaint(`[rules]\n${line}`)).toBe(`${file}: ${expected}`);
  });
});

describe('what is not TOML has line and column', () => {
  test.each([
    ['label = = 1', '1:9'],
    ['label = "x"\npreset = "hpc', '2:10'],
    [Buffer.from([0xff, 0xfe, 0x6c, 0x00]), '1:1'],
  ])('%j', async (text, place) => {
    expect(await complaint(text)).toMatch(new RegExp(`^${file}:${place}: this is not TOML: [^\\n]+\\.$`));
  });
});

test('a byte order mark and Windows line ends do no harm', async () => {
  expect(await loadText('\ufefflabel = "x"\r\npreset = "hpc"\r\n')).toMatchObject({
    label: 'x',
    preset: 'hpc',
  });
});

test('what the command line gets wrong is not blamed on the file', async () => {
  expect(await complaint('', { select: ['WHL999'] })).toMatch(/^There is no rule 'WHL999'/);
  expect(await complaint('', { overrides: [{ rule: 'nope', severity: 'off' }] })).toMatch(
    /^There is no rule 'nope'/,
  );
});

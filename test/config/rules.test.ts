import { describe, expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { type Config, type ConfigRequest, loadConfig } from '../../src/config/config.ts';
import { presetNames } from '../../src/config/presets.ts';
import { loadText, nothing } from './load.ts';

const none = { config: false, preset: undefined, overrides: [], select: [], ignore: [] } as const;

/** Severities by rule name. */
async function settings(text: string, request: Partial<ConfigRequest> = {}): Promise<Record<string, string>> {
  return severities(await loadText(text, request));
}

function severities(config: Config): Record<string, string> {
  return Object.fromEntries(config.rules.map(({ rule, severity }) => [rule.name, severity]));
}

describe('presets', () => {
  const expected = {
    recommended: { 'same-filename': 'warning', 'native-in-any': 'error' },
    hpc: { 'missing-local-label': 'warning' },
    security: { 'same-filename': 'error', 'same-priority': 'error' },
    pypi: { 'same-filename': 'error', 'broken-archive': 'error' },
    strict: { 'nvidia-requirement': 'error', 'missing-local-label': 'error' },
    all: { 'same-filename': 'warning' },
  };

  test.each(presetNames)('%s', async (preset) => {
    expect(await settings(`preset = "${preset}"`)).toMatchObject(expected[preset]);
    expect(await settings('', { preset })).toEqual(await settings(`preset = "${preset}"`));
  });

  test('pypi has no rule about labels', async () => {
    const names = Object.keys(await settings('preset = "pypi"'));
    expect(names.filter((name) => name.includes('label') || name.includes('nvidia'))).toEqual([]);
  });

  test('strict has no warning left', async () => {
    expect(Object.values(await settings('preset = "strict"'))).not.toContain('warning');
  });

  test('all has every rule', async () => {
    expect(Object.keys(await settings('preset = "all"'))).toEqual(rules.map(({ name }) => name));
  });

  test('the option of a preset stays where the file sets another one', async () => {
    const { rules: on } = await loadText(
      'preset = "hpc"\n[rules]\nmissing-local-label = { severity = "error" }',
    );
    expect(on.find(({ rule }) => rule.name === 'missing-local-label')).toMatchObject({
      severity: 'error',
      options: { unlisted: true },
    });
  });
});

describe('rules about contents', () => {
  const family = rules.filter(({ category }) => category === 'contents').map(({ name }) => name);

  test('are all on in strict', async () => {
    expect(Object.keys(await settings('preset = "strict"'))).toEqual(expect.arrayContaining(family));
  });

  test('are on by default where an installer fails, or where nothing is said without options', async () => {
    const on = Object.keys(await settings(''));
    expect(family.filter((name) => on.includes(name))).toEqual([
      'toplevel-difference',
      'missing-file',
      'secret-file',
      'editable-wheel',
      'broken-data-folder',
    ]);
  });

  test('hold PyPI to its limit of a file', async () => {
    const { rules: on } = await loadText('preset = "pypi"');
    expect(on.find(({ rule }) => rule.name === 'large-wheel')).toMatchObject({
      severity: 'warning',
      options: { max: '100 MiB' },
    });
  });
});

describe('a rule is named', () => {
  test.each(['same-filename', 'WHL101', 'whl101'])('%s', async (word) => {
    expect(await settings(`[rules]\n${word} = "off"`)).not.toHaveProperty('same-filename');
  });

  test('with others by the beginning of their codes', async () => {
    const all = await settings('', { select: ['WHL1', 'WHL6'] });
    const expected = rules.filter(({ code }) => /^WHL[16]/.test(code));
    expect(Object.keys(all)).toEqual(expected.map(({ name }) => name));
  });
});

describe('each source is stronger than the one before it', () => {
  const rule = 'same-filename';
  const override = [{ rule, severity: 'info' }] as const;

  test('the file, than the preset', async () => {
    expect(await settings('preset = "strict"\n[rules]\nWHL101 = "info"')).toMatchObject({ [rule]: 'info' });
  });

  test('the preset of the command line replaces the one of the file, whose rules stay', async () => {
    const all = await settings('preset = "strict"\n[rules]\nWHL101 = "info"', { preset: 'security' });
    expect(all).toMatchObject({ [rule]: 'info', 'same-priority': 'error', 'nvidia-requirement': 'warning' });
  });

  test('--select, than the file: a rule that was off has its own severity again', async () => {
    expect(await settings('[rules]\nWHL101 = "off"', { select: [rule] })).toEqual({ [rule]: 'warning' });
    expect(await settings('[rules]\nWHL101 = "error"', { select: [rule] })).toEqual({ [rule]: 'error' });
  });

  test('--ignore, than --select', async () => {
    const all = await settings('', { select: ['WHL101', 'WHL102'], ignore: ['WHL102'] });
    expect(Object.keys(all)).toEqual([rule]);
  });

  test('--rule, than --ignore', async () => {
    const request = { select: ['WHL102'], ignore: [rule], overrides: override };
    expect(await settings('[rules]\nWHL101 = "error"', request)).toMatchObject({ [rule]: 'info' });
  });

  test('the last --rule, than those before it', async () => {
    const overrides = [...override, { rule: 'WHL101', severity: 'error' }] as const;
    expect(await settings('', { overrides })).toMatchObject({ [rule]: 'error' });
  });
});

test('the order of rules is that of their codes, whatever names them', async () => {
  const { rules: on } = await loadText('[rules]\nbroken-archive = "info"\nsame-filename = "error"');
  const codes = on.map(({ rule }) => rule.code);
  expect(codes).toEqual(codes.toSorted());
});

describe('a rule that is off by default is on', () => {
  const rule = 'newer-elsewhere';

  test.each<[string, string, Partial<ConfigRequest>]>([
    ['in the preset all', 'preset = "all"', {}],
    ['where it is selected', '', { select: [rule] }],
    ['where the file gives it a severity', `[rules]\n${rule} = "info"`, {}],
    ['where the command line does', '', { overrides: [{ rule, severity: 'info' }] }],
  ])('%s', async (_, text, request) => {
    expect(await settings(text, request)).toHaveProperty(rule, 'info');
  });

  test('and nowhere else', async () => {
    for (const preset of presetNames.filter((name) => name !== 'all')) {
      expect(await settings('', { preset })).not.toHaveProperty(rule);
    }
  });
});

test('without a file the defaults of the rules are in force', async () => {
  const request = { ...nothing, ...none };
  const config = await loadConfig(rules, request, '/');
  const on = rules.filter(({ offByDefault }) => !offByDefault);
  expect(severities(config)).toEqual(Object.fromEntries(on.map(({ name, severity }) => [name, severity])));
});

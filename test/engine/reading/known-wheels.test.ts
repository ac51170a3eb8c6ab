import { copyFile, readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { optional, strictObject, string } from 'valibot';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { rules } from '../../../rules/index.ts';
import { resolveRules } from '../../../src/config/resolve-rules.ts';
import { defineRule } from '../../../src/engine/define-rule.ts';
import type { LintResult } from '../../../src/engine/finding.ts';
import { hashing } from '../../../src/engine/hashing.ts';
import { type LintOptions, lint } from '../../../src/engine/lint.ts';
import type { RuleSetting } from '../../../src/engine/run-rules.ts';
import { WheelCache } from '../../../src/wheel/cache/wheel-cache.ts';
import { tempFolder, tempWheelhouse, writeWheels } from '../../support/temp-wheelhouse.ts';

const gallery = new URL('../../../fixtures/gallery/', import.meta.url);
const parts = await readdir(gallery);
const sources = { configured: {}, overrides: [], select: [], ignore: [] };

// The files of these tests are old enough for a later change to show.
const { now } = Date;
vi.spyOn(Date, 'now').mockImplementation(() => now() + 10_000);

interface Earlier {
  readonly folder: string;
  readonly build?: string;
  readonly fewest?: number;
}

/** One run of the program, with what is kept in a folder. */
async function run(
  workingDirectory: string,
  { folder, build = 'a', fewest = 1 }: Earlier,
  change: Partial<LintOptions> = {},
): Promise<LintResult> {
  const cache = new WheelCache({ folder });
  try {
    return await lint({
      ...{ paths: ['.'], workingDirectory, indexes: [], today: '2026-06-15' },
      rules: resolveRules(rules, { preset: 'all', ...sources }),
      earlier: { cache, build, fewest },
      ...change,
    });
  } finally {
    cache.close();
  }
}

/** A rule that says how often it was asked. */
function counting(options: Readonly<Record<string, unknown>> = {}): { setting: RuleSetting; seen: string[] } {
  const seen: string[] = [];
  const rule = defineRule({
    ...{ code: 'WHL999', name: 'counting', category: 'contents', severity: 'info', needs: [] },
    docs: { summary: '', why: '', example: '', fix: '', references: [] },
    messages: { seen: "'{name}' was looked into." },
    options: strictObject({ allow: optional(string(), '') }),
    checkContents({ wheel }, { report }) {
      seen.push(wheel.location.filename);
      report({ message: 'seen', wheel, data: { name: wheel.location.filename } });
    },
  });
  return { setting: { rule, severity: 'info', options }, seen };
}

async function twoWheels(): Promise<string> {
  const wheelhouse = await tempFolder();
  await writeWheels(wheelhouse, 'one-1.0-py3-none-any.whl', 'two-1.0-py3-none-any.whl');
  return wheelhouse;
}

describe('the second run says what the first said', () => {
  test.each(parts)('about the gallery of %s', async (name) => {
    const declaration = await readFile(new URL(`${name}/wheelhouse.toml`, gallery), 'utf8');
    const wheelhouse = await tempWheelhouse(declaration);
    const folder = await tempFolder();
    const read = await run(wheelhouse, { folder, fewest: 100_000 });
    expect(read.findings.length).toBeGreaterThan(10);
    expect(await run(wheelhouse, { folder })).toEqual(read);
    const cache = new WheelCache({ folder });
    onTestFinished(() => cache.close());
    const second = await run(wheelhouse, { folder }, { earlier: { cache, build: 'a', fewest: 1 } });
    expect(second).toEqual(read);
    expect(cache.found).toBeGreaterThan(10);
  });
});

test('only a wheel that has changed is looked into again', async () => {
  const wheelhouse = await twoWheels();
  const folder = await tempFolder();
  const { setting, seen } = counting();
  const first = await run(wheelhouse, { folder }, { rules: [setting] });
  expect(seen.sort()).toEqual(['one-1.0-py3-none-any.whl', 'two-1.0-py3-none-any.whl']);
  expect(await run(wheelhouse, { folder }, { rules: [setting] })).toEqual(first);
  expect(seen).toHaveLength(2);

  const changed = join(wheelhouse, 'two-1.0-py3-none-any.whl');
  await writeFile(changed, await readFile(changed));
  expect(await run(wheelhouse, { folder }, { rules: [setting] })).toEqual(first);
  expect(seen.slice(2)).toEqual(['two-1.0-py3-none-any.whl']);
});

test('a copy with the times of the original is another file', async () => {
  const wheelhouse = await twoWheels();
  const folder = await tempFolder();
  const { setting, seen } = counting();
  await run(wheelhouse, { folder }, { rules: [setting] });
  const path = join(wheelhouse, 'two-1.0-py3-none-any.whl');
  await copyFile(join(wheelhouse, 'one-1.0-py3-none-any.whl'), path);
  await utimes(path, 1_700_000_000, 1_700_000_000);
  await run(wheelhouse, { folder }, { rules: [setting] });
  expect(seen.slice(2)).toEqual(['two-1.0-py3-none-any.whl']);
});

test.each<[string, Partial<Earlier>, Partial<LintOptions>, Readonly<Record<string, unknown>>]>([
  ['another build of the program', { build: 'b' }, {}, {}],
  ['another label', {}, { label: 'cc' }, {}],
  ['other options of a rule', {}, {}, { allow: 'x' }],
  ['more rules', {}, { rules: [...resolveRules(rules, { preset: 'recommended', ...sources })] }, {}],
  ['--deep', {}, { deep: true }, {}],
  ['fewer wheels than it pays for', { fewest: 3 }, {}, {}],
])('%s looks into all again', async (_, other, { rules: more = [], ...change }, options) => {
  const wheelhouse = await twoWheels();
  const folder = await tempFolder();
  await run(wheelhouse, { folder }, { rules: [counting().setting] });
  const { setting, seen } = counting(options);
  await run(wheelhouse, { folder, ...other }, { ...change, rules: [setting, ...more] });
  expect(seen).toHaveLength(2);
});

test('another severity needs no second look', async () => {
  const wheelhouse = await twoWheels();
  const folder = await tempFolder();
  await run(wheelhouse, { folder }, { rules: [counting().setting] });
  const { setting, seen } = counting();
  const { findings } = await run(wheelhouse, { folder }, { rules: [{ ...setting, severity: 'error' }] });
  expect(seen).toEqual([]);
  expect(findings.map(({ severity }) => severity)).toEqual(['error', 'error']);
});

test('a wheel that is gone, or cannot be read any more, is not what it was', async () => {
  const wheelhouse = await twoWheels();
  const folder = await tempFolder();
  await run(wheelhouse, { folder });
  await writeFile(join(wheelhouse, 'one-1.0-py3-none-any.whl'), 'garbage');
  const { findings } = await run(wheelhouse, { folder });
  expect(findings.filter(({ code }) => code === 'WHL601').map(({ wheel }) => wheel)).toEqual([
    'one-1.0-py3-none-any.whl',
  ]);
});

test('the hash of a large file is computed once, until it changes', async () => {
  const folder = await tempFolder();
  const path = join(folder, 'large');
  const write = (byte: number) => writeFile(path, Buffer.alloc(2 ** 20, byte));
  const cache = new WheelCache({ folder: join(folder, 'cache') });
  onTestFinished(() => cache.close());
  await write(1);
  const first = await hashing(cache)(path);
  cache.close();
  expect(await hashing(cache)(path)).toBe(first);
  expect(cache.found).toBe(1);
  expect(await hashing(cache)(path, 'md5')).toHaveLength(32);
  expect(cache.found).toBe(1);
  await write(2);
  expect(await hashing(cache)(path)).toBe(await hashing()(path));
  expect(cache.found).toBe(1);
});

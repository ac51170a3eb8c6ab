import { readdir, readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { rules } from '../../../rules/index.ts';
import { type JsonReport, lintToJson } from '../../support/json-report.ts';
import { tempWheelhouse, writeFiles } from '../../support/temp-wheelhouse.ts';

const fixtures = new URL('../../../fixtures/', import.meta.url);
const gallery = await readdir(new URL('gallery/', fixtures));
const folders = ['example/', ...gallery.map((name) => `gallery/${name}/`)];
const declarations = new Map(
  await Promise.all(
    folders.map(
      async (folder) =>
        [folder, await readFile(new URL(`${folder}wheelhouse.toml`, fixtures), 'utf8')] as const,
    ),
  ),
);
const reports = new Map<string, JsonReport>();

beforeAll(async () => {
  for (const [folder, declaration] of declarations) {
    const config = await readFile(new URL(`${folder}wheelhouse-lint.toml`, fixtures), 'utf8');
    const cwd = await tempWheelhouse(declaration);
    await writeFiles(cwd, {
      'wheelhouse-lint.toml': config
        .replace('file:../build/index', 'file:answers')
        .replace('file:../build/mirror', 'file:more-answers')
        .replace('../build/requirements.txt', 'requirements.txt')
        .replaceAll('../build/wheelhouse', 'wheels'),
    });
    reports.set(folder, (await lintToJson(['wheels'], { cwd })).report);
  }
}, 120_000);

/** The wheels commented `near miss`, each with the rule of its section. */
function nearMisses(declaration: string): (readonly [code: string, filename: string])[] {
  return declaration
    .split(/^## (?=WHL)/m)
    .flatMap((section) =>
      Array.from(
        section.matchAll(/^\[\[wheel\]\] # near miss[^\n]*\nfilename = "([^"]+)"/gm),
        ([, filename = '']) => [section.slice(0, 'WHL000'.length), filename] as const,
      ),
    );
}

function findingsAbout(folder: string, filename: string): JsonReport['findings'] {
  return reports.get(folder)?.findings.filter(({ wheel }) => wheel.endsWith(`/${filename}`)) ?? [];
}

test('every rule fires in the example wheelhouse or in the gallery', () => {
  const fired = new Set([...reports.values()].flatMap(({ findings }) => findings.map(({ code }) => code)));
  expect([...fired].sort()).toEqual(rules.map(({ code }) => code));
});

test('every rule that is on by default shows a near miss, but for the archive rule', () => {
  const shown = new Set([...declarations.values()].flatMap(nearMisses).map(([code]) => code));
  const silent = rules.filter(({ code, offByDefault }) => offByDefault !== true && !shown.has(code));
  expect(silent.map(({ code }) => code)).toEqual(['WHL601']);
});

describe.each([...declarations])('%s', (folder, declaration) => {
  const misses = nearMisses(declaration);

  test.each(misses)('%s has nothing to say about its near miss %s', (code, filename) => {
    expect(findingsAbout(folder, filename).map((finding) => finding.code)).not.toContain(code);
  });

  test('the near misses have no other finding either', () => {
    const others = misses.flatMap(([, filename]) => findingsAbout(folder, filename));
    expect(others.map(({ code, wheel }) => `${code} ${wheel}`)).toEqual([]);
  });

  test('each section fires its rule', () => {
    const codes = Array.from(declaration.matchAll(/^## (WHL\d{3})/gm), ([, code]) => code);
    const fired = new Set(reports.get(folder)?.findings.map(({ code }) => code));
    expect(codes.filter((code) => code !== undefined && !fired.has(code))).toEqual([]);
  });
});

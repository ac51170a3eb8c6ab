import { readFile } from 'node:fs/promises';
import { beforeAll, expect, test } from 'vitest';
import { rules } from '../../../rules/index.ts';
import { type JsonReport, lintToJson } from '../../support/json-report.ts';
import { tempWheelhouse, writeFiles } from '../../support/temp-wheelhouse.ts';

const example = new URL('../../../fixtures/example/', import.meta.url);
const declaration = await readFile(new URL('wheelhouse.toml', example), 'utf8');

/** The wheels commented `near miss`, each with the rule of its section. */
const nearMisses = declaration
  .split(/^## (?=WHL)/m)
  .flatMap((section) =>
    Array.from(
      section.matchAll(/^\[\[wheel\]\] # near miss[^\n]*\nfilename = "([^"]+)"/gm),
      ([, filename = '']) => [section.slice(0, 'WHL000'.length), filename] as const,
    ),
  );

let report: JsonReport;

beforeAll(async () => {
  const config = await readFile(new URL('wheelhouse-lint.toml', example), 'utf8');
  const cwd = await tempWheelhouse(declaration);
  await writeFiles(cwd, {
    'wheelhouse-lint.toml': config
      .replace('file:../build/index', 'file:answers')
      .replace('file:../build/mirror', 'file:more-answers')
      .replace('../build/requirements.txt', 'requirements.txt')
      .replaceAll('../build/wheelhouse', 'wheels'),
  });
  ({ report } = await lintToJson(['wheels'], { cwd }));
});

test('every rule fires in the example wheelhouse', () => {
  const fired = new Set(report.findings.map(({ code }) => code));
  expect([...fired].sort()).toEqual(rules.map(({ code }) => code));
});

test('every rule but the archive rule shows a near miss', () => {
  const shown = new Set(nearMisses.map(([code]) => code));
  expect(rules.filter(({ code }) => !shown.has(code)).map(({ code }) => code)).toEqual(['WHL601']);
});

test.each(nearMisses)('%s has nothing to say about its near miss %s', (code, filename) => {
  const own = report.findings.filter(({ wheel }) => wheel.endsWith(`/${filename}`));
  expect(own.map((finding) => finding.code)).not.toContain(code);
});

test('the near misses have no other finding either', () => {
  const names = new Set(nearMisses.map(([, filename]) => filename));
  const others = report.findings.filter(({ wheel }) => names.has(wheel.slice(wheel.lastIndexOf('/') + 1)));
  expect(others.map(({ code, wheel }) => `${code} ${wheel}`)).toEqual([]);
});

import { readdirSync } from 'node:fs';
import { parse } from 'valibot';
import { describe, expect, test } from 'vitest';
import { parseDeclaration } from '../../fixtures/declaration.ts';
import { lintDeclaration } from '../../fixtures/lint-declaration.ts';
import { rules } from '../../rules/index.ts';
import { peerTableSchema } from '../support/peer-table.ts';

const files = readdirSync(import.meta.dirname).filter(
  (file) => file.endsWith('.ts') && !file.endsWith('.test.ts'),
);

/** Tables are found by their folder, so that a new one is a file and nothing else. */
const tables = await Promise.all(
  files.map(async (file) => {
    const { default: table }: { default: unknown } = await import(new URL(file, import.meta.url).href);
    return parse(peerTableSchema, table);
  }),
);

describe.each(tables.map((table) => [table.peer, table] as const))('%s', (_, { checks }) => {
  test('has each of its checks once', () => {
    const names = checks.map(({ check }) => check);
    expect(names).toEqual([...new Set(names)]);
  });

  const found = checks.flatMap((check) => ('rules' in check ? [check] : []));

  test.each(found.map((check) => [check.check, check] as const))('%s', async (_check, check) => {
    const asked = rules.filter(({ code }) => check.rules.includes(code));
    expect(asked.map(({ code }) => code)).toEqual([...check.rules].sort());
    // A fault of RECORD is told once: all rules about it are asked.
    const isAboutRecord = asked.some(({ category }) => category === 'record');
    const settings = rules
      .filter((rule) => asked.includes(rule) || (isAboutRecord && rule.category === 'record'))
      .map((rule) => ({ rule, severity: rule.severity, options: check.options[rule.code] ?? {} }));
    const findings = await lintDeclaration(parseDeclaration(check.wheelhouse), settings);
    expect([...new Set(findings.map(({ code }) => code))].sort()).toEqual([...check.rules].sort());
  });
});

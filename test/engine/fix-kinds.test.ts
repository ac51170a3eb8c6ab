import { expect, test } from 'vitest';
import { parseDeclaration } from '../../fixtures/declaration.ts';
import { lintDeclaration } from '../../fixtures/lint-declaration.ts';
import { rules } from '../../rules/index.ts';
import { fixesOf, fixFor, fixKinds } from '../../src/engine/fix-kinds.ts';
import { safeFixes } from '../../src/fix/safe-fixes.ts';

test('a fix belongs to all messages of a rule, or to some', () => {
  expect(fixFor('record', 'any')).toBe('record');
  expect(fixFor({ one: 'names' }, 'one')).toBe('names');
  expect(fixFor({ one: 'names' }, 'other')).toBeUndefined();
  expect(fixFor(undefined, 'one')).toBeUndefined();
  expect(fixesOf({ one: 'names', two: 'label', three: 'names' })).toEqual(['names', 'label']);
});

test('what changes the install is asked for by name', () => {
  for (const { isSafe, command } of Object.values(fixKinds)) {
    expect(command === 'wheelhouse-lint fix').toBe(isSafe);
  }
});

test('messages whose fix is to retag suggest the tags', () => {
  for (const { name, fix, messages } of rules) {
    for (const [id, text] of Object.entries(messages)) {
      if (fixFor(fix, id) === 'retag') expect(text, `${name} ${id}`).toContain('{suggestion}');
    }
  }
});

const settings = rules
  .filter(({ needs }) => needs.length === 0)
  .map((rule) => ({ rule, severity: rule.severity, options: {} }));

async function found(toml: string) {
  return lintDeclaration(parseDeclaration(toml), settings);
}

test('findings that can be fixed say so', async () => {
  const findings = await found('[[wheel]]\nfilename = "demo-1.0+A.a-py3-none-any.whl"\nrequires = ["a==="]');
  const said = findings.map(({ rule, messageId, fixable }) => `${rule} ${messageId} ${fixable}`);
  expect(said).toContain('unexpected-local-label twice true');
  expect(said).toContain('unexpected-local-label notNormal true');
});

test('a wheel that cannot be read is not mended by guess', async () => {
  const findings = await found('[[wheel]]\nfilename = "demo-1.0+A-py3-none-any.whl"\ncut = 50');
  expect(findings.map(({ rule }) => rule)).toContain('unexpected-local-label');
  expect(findings.map(({ fixable }) => fixable)).not.toContain(true);
});

test('safe fixes are gathered by wheel', async () => {
  const findings = await found(`
[[wheel]]
filename = "demo-1.0+A-py3-none-any.whl"
[[wheel]]
filename = "other-1.0+a.a-py3-none-any.whl"
`);
  const fixes = safeFixes(findings, settings);
  expect([...fixes.keys()]).toEqual(['demo-1.0+A-py3-none-any.whl']);
  expect(fixes.get('demo-1.0+A-py3-none-any.whl')).toMatchObject({
    names: true,
    label: undefined,
    record: false,
  });
});

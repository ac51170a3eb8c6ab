import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { parseDeclaration } from '../../fixtures/declaration.ts';
import { declaredContests } from '../../fixtures/declared-contests.ts';
import { assembleWheelhouse } from '../../src/engine/assemble.ts';
import { defineRule } from '../../src/engine/define-rule.ts';
import type { Severity } from '../../src/engine/finding.ts';
import type { Rule } from '../../src/engine/rule.ts';
import { RuleRun } from '../../src/engine/run-rules.ts';
import { factsOf } from '../support/facts.ts';

const shared = {
  category: 'names',
  severity: 'warning',
  needs: [],
  docs: { summary: '', why: '', example: '', fix: '', references: [] },
  options: v.strictObject({}),
} as const;

/** Reports the members of its list, in that order, for every wheel. */
function reporting(code: string, members: readonly (string | undefined)[], atMost?: Severity): Rule {
  return defineRule({
    ...{ ...shared, code, name: `rule-${code}` },
    messages: { seen: "'{member}' was seen." },
    checkWheel(wheel, { report }) {
      for (const member of members) {
        const data = { member: member ?? 'it' };
        report({ message: 'seen', wheel, member, data, ...(atMost && { atMost }) });
      }
    },
  });
}

async function run(rules: readonly Rule[], displays: readonly string[], severity: Severity = 'warning') {
  const wheels = await Promise.all(displays.map((display) => factsOf(display)));
  const wheelhouse = await assembleWheelhouse(
    wheels,
    new Map(),
    async () => undefined,
    declaredContests(parseDeclaration(''), wheels, async () => undefined),
  );
  return new RuleRun(
    rules.map((rule) => ({ rule, severity, options: {} })),
    undefined,
  ).finish(wheelhouse);
}

const [b, a] = ['x/b-1.0-py3-none-any.whl', 'x/a-1.0-py3-none-any.whl'];

test('findings are sorted by wheel, then code, then member, whatever the order of rules and wheels', async () => {
  const rules = [reporting('WHL902', ['m', undefined]), reporting('WHL901', ['z', 'c'])];
  const findings = await run(rules, [b, a]);
  expect(findings.map(({ wheel, code, member }) => [wheel, code, member])).toEqual([
    [a, 'WHL901', 'c'],
    [a, 'WHL901', 'z'],
    [a, 'WHL902', null],
    [a, 'WHL902', 'm'],
    [b, 'WHL901', 'c'],
    [b, 'WHL901', 'z'],
    [b, 'WHL902', null],
    [b, 'WHL902', 'm'],
  ]);
  expect(await run(rules.toReversed(), [a, b])).toEqual(findings);
});

test('a finding carries all that reports need', async () => {
  const [finding] = await run([reporting('WHL901', ['m'])], [a]);
  expect(finding).toEqual({
    code: 'WHL901',
    rule: 'rule-WHL901',
    severity: 'warning',
    wheel: a,
    project: 'a',
    member: 'm',
    line: null,
    message: "'m' was seen.",
    messageId: 'seen',
    data: { member: 'm' },
    related: [],
    fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/),
    fixable: false,
  });
});

test('a wheel whose name does not parse has no project', async () => {
  const [finding] = await run([reporting('WHL901', ['m'])], ['odd.whl']);
  expect(finding).toMatchObject({ wheel: 'odd.whl', project: null });
});

describe('a case that is at most so severe', () => {
  test.each<[Severity, Severity, Severity]>([
    ['error', 'info', 'info'],
    ['error', 'warning', 'warning'],
    ['warning', 'error', 'warning'],
    ['info', 'warning', 'info'],
  ])('configured as %s, at most %s: %s', async (severity, atMost, expected) => {
    const [finding] = await run([reporting('WHL901', ['m'], atMost)], [a], severity);
    expect(finding?.severity).toBe(expected);
  });
});

test('a rule that fails is named, with the wheel that it failed on', async () => {
  const failing = defineRule({
    ...{ ...shared, code: 'WHL903', name: 'fragile' },
    messages: {},
    checkWheel() {
      throw new TypeError('of undefined');
    },
  });
  const failure = run([failing], [a]);
  await expect(failure).rejects.toThrow(`rule WHL903 (fragile) failed on ${a}`);
  await expect(failure).rejects.toHaveProperty('cause', new TypeError('of undefined'));
});

test('fingerprints are unique in a report and do not depend on the order of rules', async () => {
  const rules = [reporting('WHL901', ['m', 'm']), reporting('WHL902', ['m'])];
  const findings = await run(rules, [a, b, 'x/a-2.0-py3-none-any.whl']);
  expect(new Set(findings.map(({ fingerprint }) => fingerprint)).size).toBe(9);
});

import { getDefaults, safeParse } from 'valibot';
import { describe, expect, test } from 'vitest';
import { parseDeclaration } from '../../fixtures/declaration.ts';
import { type DeclaredRun, lintDeclaration } from '../../fixtures/lint-declaration.ts';
import type { Finding, Severity } from '../../src/engine/finding.ts';
import { fillMessage } from '../../src/engine/message.ts';
import type { Rule } from '../../src/engine/rule.ts';

/** A wheelhouse in the language of `fixtures/`, and the settings that it is linted with. */
export interface RuleCase extends DeclaredRun {
  /** The behaviour that the case shows. */
  readonly name: string;
  readonly wheelhouse: string;
  readonly options?: Readonly<Record<string, unknown>>;
}

/** The parts of a finding that a case is about. */
export interface ExpectedFinding {
  readonly message: string;
  readonly wheel?: string;
  readonly member?: string;
  readonly line?: number;
  readonly severity?: Severity;
  readonly data?: Readonly<Record<string, string>>;
}

export interface InvalidCase extends RuleCase {
  readonly findings: readonly ExpectedFinding[];
}

/**
 * Runs a rule over tables of cases, and holds the tables themselves to account: quiet and loud cases both, each message
 * shown by one, no case twice, the example of the documentation loud.
 */
export function testRule(
  rule: Rule,
  {
    valid,
    invalid,
    shownElsewhere = [],
  }: {
    valid: readonly RuleCase[];
    invalid: readonly InvalidCase[];
    /** Messages about what no declaration can hold; a test of their own shows them. */
    shownElsewhere?: readonly string[];
  },
): void {
  describe(`${rule.code} ${rule.name}`, () => {
    test.each(valid.map((item) => [item.name, item] as const))('is quiet: %s', async (_, item) => {
      expect((await run(rule, item)).map(({ message }) => message)).toEqual([]);
    });

    test.each(invalid.map((item) => [item.name, item] as const))('reports: %s', async (_, item) => {
      const findings = await run(rule, item);
      expect(findings.map((finding, index) => like(finding, item.findings[index]))).toEqual(item.findings);
      for (const finding of findings) expectSound(rule, finding);
    });

    test('the tables are complete', () => {
      const names = [...valid, ...invalid].map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
      expect(valid.length).toBeGreaterThan(0);
      const inTables = invalid.flatMap(({ findings }) => findings.map(({ message }) => message));
      const shown = new Set([...inTables, ...shownElsewhere]);
      expect(Object.keys(rule.messages).filter((id) => !shown.has(id))).toEqual([]);
    });

    test("the documentation's example is loud", async () => {
      const { example, exampleOptions = {} } = rule.docs;
      const findings = await run(rule, { name: 'example', wheelhouse: example, options: exampleOptions });
      expect(findings.length).toBeGreaterThan(0);
      for (const finding of findings) expectSound(rule, finding);
    });

    test('texts have the form that reports rely on', () => {
      for (const text of Object.values(rule.messages)) {
        expect(text).toMatch(/\.$/);
        expect(text.replaceAll(/'\{\w+\}'/g, ''), 'placeholders stand in single quotes').not.toMatch(/[{}]/);
      }
      expect(rule.docs.summary).toMatch(/^[A-Z].{10,200}\.$/);
      expect(rule.docs.references.length).toBeGreaterThan(0);
      expect(safeParse(rule.optionsSchema, getDefaults(rule.optionsSchema)).success).toBe(true);
    });
  });
}

function run(rule: Rule, { wheelhouse, options = {}, label, index }: RuleCase): Promise<Finding[]> {
  const settings = [{ rule, severity: rule.severity, options }];
  return lintDeclaration(parseDeclaration(wheelhouse), settings, { label, ...(index && { index }) });
}

/** A finding reduced to the keys that are expected of it. */
function like(finding: Finding, expected: ExpectedFinding | undefined): ExpectedFinding {
  const { messageId, wheel, member, line, severity, data } = finding;
  const wanted = expected?.data === undefined ? undefined : Object.keys(expected.data);
  return {
    message: messageId,
    ...(expected?.wheel !== undefined && { wheel }),
    ...(expected?.member !== undefined && { member: member ?? '' }),
    ...(expected?.line !== undefined && { line: line ?? 0 }),
    ...(expected?.severity !== undefined && { severity }),
    ...(wanted && { data: Object.fromEntries(Object.entries(data).filter(([key]) => wanted.includes(key))) }),
  };
}

function expectSound(rule: Rule, { messageId, message, data, fingerprint }: Finding): void {
  expect(Object.keys(rule.messages)).toContain(messageId);
  expect(message).toBe(fillMessage(rule.messages[messageId] ?? '', data));
  expect(message).not.toMatch(/\{\w+\}|undefined|\[object/);
  expect(fingerprint).toMatch(/^[0-9a-f]{32}$/);
}

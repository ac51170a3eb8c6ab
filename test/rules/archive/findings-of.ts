import { expect } from 'vitest';
import type { Finding } from '../../../src/engine/finding.ts';
import type { Rule } from '../../../src/engine/rule.ts';
import { RuleRun, type RuleSetting } from '../../../src/engine/run-rules.ts';
import { bufferSource } from '../../../src/wheel/archive/byte-source.ts';
import { readWheel } from '../../../src/wheel/read-wheel.ts';
import { goodName, location } from '../../wheel/reading.ts';

/** What one rule says of an archive that no declaration can describe. */
export function findingsOf(
  rule: Rule,
  bytes: Buffer,
  options: Readonly<Record<string, unknown>> = {},
): Promise<Finding[]> {
  return lintBytes(bytes, [{ rule, severity: rule.severity, options }]);
}

/** What several rules say of it. */
export async function lintBytes(
  bytes: Buffer,
  settings: readonly RuleSetting[],
  filename = goodName,
): Promise<Finding[]> {
  const run = new RuleRun(settings, undefined);
  const wheel = await readWheel(location(filename), async () => bufferSource(bytes), run.visitor);
  return run.finish({ wheels: [wheel], projects: [] });
}

/** That no message of a rule is without a test. */
export function expectComplete(rule: Rule, shown: readonly string[]): void {
  expect(Object.keys(rule.messages).filter((id) => !shown.includes(id))).toEqual([]);
  for (const text of Object.values(rule.messages)) {
    expect(text).toMatch(/\.$/);
    expect(text.replaceAll(/'\{\w+\}'/g, '')).not.toMatch(/[{}]/);
  }
}

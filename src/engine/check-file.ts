import type { ByteSource } from '../wheel/archive/byte-source.ts';
import type { WheelFacts, WheelLocation } from '../wheel/facts.ts';
import { readWheel } from '../wheel/read-wheel.ts';
import type { Finding } from './finding.ts';
import { RuleRun, type RuleSetting } from './run-rules.ts';

/** One wheel and what is said of it alone. */
export interface CheckedFile {
  readonly wheel: WheelFacts;
  readonly findings: readonly Finding[];
}

/**
 * Lints a single file, by the rules that need nothing else.
 * @param open how to reach the bytes; by default the file at the location
 */
export async function checkFile(
  location: WheelLocation,
  settings: readonly RuleSetting[],
  label: string | undefined,
  open?: () => Promise<ByteSource>,
): Promise<CheckedFile> {
  const run = new RuleRun(
    settings.filter(({ rule }) => rule.needs.length === 0),
    label,
  );
  const wheel = await readWheel(location, open, run.visitor);
  return { wheel, findings: run.finish({ wheels: [wheel], projects: [] }) };
}

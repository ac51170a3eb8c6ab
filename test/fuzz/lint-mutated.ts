import { rules } from '../../rules/index.ts';
import { resolveRules } from '../../src/config/resolve-rules.ts';
import type { Finding } from '../../src/engine/finding.ts';
import { RuleRun } from '../../src/engine/run-rules.ts';
import { bufferSource } from '../../src/wheel/archive/byte-source.ts';
import { readWheel } from '../../src/wheel/read-wheel.ts';

/** Every rule that can say something of a wheel alone. */
const settings = resolveRules(rules, {
  ...{ preset: 'all', configured: {}, overrides: [], select: [], ignore: [] },
}).filter(({ rule }) => rule.needs.length === 0);

/**
 * Reads a wheel and asks all rules about it.
 * @throws whatever they throw: always a fault of this program
 */
export async function lintWheel(filename: string, bytes: Buffer): Promise<Finding[]> {
  const run = new RuleRun(settings, 'cc');
  const location = { path: `/${filename}`, display: filename, filename };
  const wheel = await readWheel(location, async () => bufferSource(bytes), run.visitor);
  return run.finish({ wheels: [wheel], projects: [] });
}

/** More findings than any small wheel can deserve, and texts that no report could print, are faults as well. */
export function unsound(findings: readonly Finding[]): string | undefined {
  if (findings.length > 200) return `${findings.length} findings`;
  const odd = findings.find(
    ({ message }) =>
      message.length > 3000 || /undefined|\[object|NaN\b/.test(message) || !/[.!]$/.test(message),
  );
  return odd && `${odd.code}: ${odd.message.slice(0, 300)}`;
}

import type { Finding } from '../engine/finding.ts';
import { type FixKind, fixFor, fixKinds } from '../engine/fix-kinds.ts';
import type { RuleSetting } from '../engine/run-rules.ts';
import { type FixRequest, nothing } from './plan/request.ts';

/** What a safe fix asks of the wheel. */
const requests: Readonly<Partial<Record<FixKind, Partial<FixRequest>>>> = {
  names: { names: true },
  'sorted-tags': { sortedTags: true },
  'wheel-file': { wheelFile: true },
  archive: { archive: true },
};

/** The fixes that findings call for and that need not be asked for by name, by the wheel's path in reports. */
export function safeFixes(
  findings: readonly Finding[],
  rules: readonly RuleSetting[],
): ReadonlyMap<string, FixRequest> {
  const fixes = new Map(rules.map(({ rule }) => [rule.code, rule.fix]));
  const wanted = new Map<string, FixRequest>();
  for (const { code, messageId, wheel, fixable } of findings) {
    const kind = fixFor(fixes.get(code), messageId);
    if (!fixable || kind === undefined || !fixKinds[kind].isSafe) continue;
    wanted.set(wheel, { ...(wanted.get(wheel) ?? nothing), ...requests[kind] });
  }
  return wanted;
}

import { coreFields } from '../../packaging/core-metadata.ts';
import type { Headers } from './headers.ts';
import type { MetadataFacts } from './metadata.ts';

/** Fields that may stand once and stand again, each with the line of its second appearance. */
export function repeatedFields({ byName }: Headers): Map<string, number> {
  const again = new Map<string, number>();
  for (const [name, { 1: second }] of byName) {
    if (second === undefined) continue;
    const field = coreFields.get(name);
    if (field !== undefined && !field.multiple) again.set(field.title, second.line);
  }
  return again;
}

/** A requirement of an extra that `Provides-Extra` does not declare. */
export interface Undeclared {
  readonly line: number;
  readonly extra: string;
  readonly requirement: string;
}

/** The first requirement of each extra that is not declared. */
export function undeclaredExtras({ requirements, extras }: MetadataFacts): Undeclared[] {
  const found: Undeclared[] = [];
  for (const { line, parsed } of requirements) {
    if (!parsed.ok) continue;
    const { marker, markerExtras, text } = parsed.requirement;
    // Behind `or` it may be installed all the same.
    if (markerExtras.length === 0 || marker?.kind === 'or') continue;
    const isTold = (name: string): boolean =>
      extras.includes(name) || found.some(({ extra }) => extra === name);
    const extra = markerExtras.find((name) => !isTold(name));
    if (extra !== undefined) found.push({ line, extra, requirement: text });
  }
  return found;
}

import { coreFields } from '../../packaging/core-metadata.ts';
import { extrasOf } from '../../packaging/marker.ts';
import type { Headers } from './headers.ts';
import type { MetadataFacts } from './metadata.ts';

/** Fields that may stand once and stand again, each with the line of its second appearance. */
export function repeatedFields({ fields }: Headers): Map<string, number> {
  const seen = new Set<string>();
  const again = new Map<string, number>();
  let last = '';
  for (const { name, line } of fields) {
    // Fields that may stand again stand together, by the dozen.
    if (name === last) continue;
    const field = coreFields.get(name);
    if (field === undefined) continue;
    if (field.multiple) {
      last = name;
      continue;
    }
    if (seen.has(name) && !again.has(field.title)) again.set(field.title, line);
    seen.add(name);
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
    if (!parsed.ok || parsed.requirement.marker === undefined) continue;
    const { marker, text } = parsed.requirement;
    // Behind `or` it may be installed all the same.
    if (marker.kind === 'or' || !text.includes('extra')) continue;
    const isTold = (name: string): boolean =>
      extras.includes(name) || found.some(({ extra }) => extra === name);
    const extra = extrasOf(marker).find((name) => !isTold(name));
    if (extra !== undefined) found.push({ line, extra, requirement: text });
  }
  return found;
}

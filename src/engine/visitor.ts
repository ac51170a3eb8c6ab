import type { WheelContents, WheelPart, WheelVisitor } from '../wheel/contents.ts';
import { ask, type Check } from './check.ts';
import { type Occasion, occasionArises } from './occasions.ts';
import type { Rule } from './rule.ts';

/** Rules that look into a wheel on the same occasions. */
interface Group {
  readonly when: readonly Occasion[];
  readonly checks: readonly Check<WheelContents>[];
}

/** @returns who lets the rules look into wheels; `undefined` where none does */
export function visitorFor(checks: readonly Check<WheelContents>[]): WheelVisitor | undefined {
  if (checks.length === 0) return undefined;
  const parts = new Set(checks.flatMap(({ rule }) => rule.reads));
  const readers = new Map(
    Array.from(parts, (part): [WheelPart, Rule[]] => [
      part,
      checks.map(({ rule }) => rule).filter(({ reads }) => reads.includes(part)),
    ]),
  );
  const groups = groupByOccasion(checks);
  return {
    parts,
    wants: (part, wheel) => readers.get(part)?.some((rule) => rule.readsOf(wheel)) === true,
    visit: (contents) => {
      for (const { when, checks } of groups) {
        if (when.length === 0 || when.some((occasion) => occasionArises(occasion, contents)))
          ask(checks, contents, contents.wheel.location.display);
      }
    },
  };
}

function groupByOccasion(checks: readonly Check<WheelContents>[]): Group[] {
  const groups = Map.groupBy(checks, ({ rule }) => rule.when.join());
  return [...groups.values()].map((group) => ({ when: group[0]?.rule.when ?? [], checks: group }));
}

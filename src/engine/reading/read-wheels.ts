import { adaptiveCalls } from '../../wheel/archive/file-calls.ts';
import type { WheelVisitor } from '../../wheel/contents.ts';
import type { WheelFacts, WheelLocation } from '../../wheel/facts.ts';
import type { RuleRun } from '../run-rules.ts';
import { workAtOnce } from './at-once.ts';
import { textOfChecked } from './checked-wheel.ts';
import { type EarlierRuns, type KnownWheels, openKnown } from './known-wheels.ts';
import { readAll } from './read-all.ts';

/** A wheel and its place among the others. */
interface Item {
  readonly location: WheelLocation;
  readonly index: number;
}

/**
 * Has the rules look into wheels; those that an earlier run has looked into with the same rules are not read.
 * @param onRead is told how many are done
 * @returns facts in the order of the locations
 */
export async function readWheels(
  locations: readonly WheelLocation[],
  run: RuleRun,
  earlier: EarlierRuns | undefined,
  onRead: (done: number) => void,
): Promise<WheelFacts[]> {
  const { visitor } = run;
  const known = visitor && openKnown(earlier, run.lookingWith, locations.length);
  if (visitor === undefined || known === undefined) return readAll(locations, onRead, visitor);
  const facts: WheelFacts[] = [];
  const unknown = await recall(locations, known, run, facts);
  const done = locations.length - unknown.length;
  onRead(done);
  const read = await readAll(
    unknown.map(({ location }) => location),
    (more) => onRead(done + more),
    keeping(known, run, visitor),
  );
  for (const [place, wheel] of read.entries()) {
    const item = unknown[place];
    if (item !== undefined) facts[item.index] = wheel;
  }
  return facts;
}

/**
 * Repeats what the rules said of wheels that are known.
 * @param facts where those of known wheels go
 * @returns the others, in their order
 */
async function recall(
  locations: readonly WheelLocation[],
  known: KnownWheels,
  run: RuleRun,
  facts: WheelFacts[],
): Promise<Item[]> {
  const calls = adaptiveCalls();
  const unknown: Item[] = [];
  await workAtOnce(locations, async (location, index) => {
    const checked = await known.find(location, calls);
    if (checked === undefined) {
      unknown.push({ location, index });
      return;
    }
    facts[index] = checked.wheel;
    run.repeat(checked.wheel, checked.reports);
  });
  return unknown.sort((a, b) => a.index - b.index);
}

/** Lets the rules look into wheels, and keeps what they say. */
function keeping(known: KnownWheels, run: RuleRun, visitor: WheelVisitor): WheelVisitor {
  return {
    ...visitor,
    visit: (contents) => {
      const { wheel } = contents;
      const reports = run.look(contents);
      known.keep(wheel.location, textOfChecked({ wheel, reports }));
      run.repeat(wheel, reports);
    },
  };
}

import { adaptiveCalls } from '../../wheel/archive/file-calls.ts';
import { openFileSource } from '../../wheel/archive/file-source.ts';
import type { WheelVisitor } from '../../wheel/contents.ts';
import type { WheelFacts, WheelLocation } from '../../wheel/facts.ts';
import { readWheel } from '../../wheel/read-wheel.ts';
import { workAtOnce } from './at-once.ts';

/**
 * Reads wheels, several at a time.
 * @param onRead is told how many are done
 * @param visitor looks into each wheel while it is open
 * @returns facts in the order of the locations
 */
export async function readAll(
  locations: readonly WheelLocation[],
  onRead: (done: number) => void = () => undefined,
  visitor?: WheelVisitor,
): Promise<WheelFacts[]> {
  const calls = adaptiveCalls();
  const facts: WheelFacts[] = [];
  let done = 0;
  await workAtOnce(locations, async (location, index) => {
    facts[index] = await readWheel(location, () => openFileSource(location.path, calls), visitor);
    done += 1;
    onRead(done);
  });
  return facts;
}

import PQueue from 'p-queue';
import { adaptiveCalls, type FileCalls } from '../wheel/archive/file-calls.ts';
import { openFileSource } from '../wheel/archive/file-source.ts';
import type { WheelVisitor } from '../wheel/contents.ts';
import type { WheelFacts, WheelLocation } from '../wheel/facts.ts';
import { readWheel } from '../wheel/read-wheel.ts';

/** Wheels that are read at one time: enough to hide the latency of a network file system. */
const readConcurrency = 16;

/**
 * Reads wheels, several at a time.
 * @param onRead is told how many are done
 * @param visitor looks into each wheel while it is open
 * @param recall gives the facts of wheels that need not be read
 * @returns facts in the order of the locations
 */
export async function readAll(
  locations: readonly WheelLocation[],
  onRead: (done: number) => void = () => undefined,
  visitor?: WheelVisitor,
  recall?: (location: WheelLocation, calls: FileCalls) => Promise<WheelFacts | undefined>,
): Promise<WheelFacts[]> {
  const calls = adaptiveCalls();
  const facts: WheelFacts[] = [];
  let next = 0;
  let done = 0;
  // Each place in the queue takes one wheel after the other: a task for each would cost a twentieth of the time.
  const readOn = async (): Promise<void> => {
    for (let index = next++; index < locations.length; index = next++) {
      const location = locations[index];
      if (location === undefined) continue;
      facts[index] =
        (await recall?.(location, calls)) ??
        (await readWheel(location, () => openFileSource(location.path, calls), visitor));
      done += 1;
      onRead(done);
    }
  };
  await new PQueue({ concurrency: readConcurrency }).addAll(
    Array.from({ length: readConcurrency }, () => readOn),
  );
  return facts;
}

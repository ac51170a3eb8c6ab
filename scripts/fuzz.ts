/**
 * Lints mutated wheels until it is told to stop, and says which of them crash, hang or fill the memory.
 *
 *     node scripts/fuzz.ts --rounds 1000000 --seed nightly
 *     node scripts/fuzz.ts --seed nightly --only 4711 --save wheel.whl
 *
 * A worker does the work, so that one that hangs can be stopped; it goes on behind the wheel that it failed on.
 */
import { writeFileSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { lintWheel, unsound } from '../test/fuzz/lint-mutated.ts';
import { mutatedWheel } from '../test/fuzz/mutated-wheel.ts';

/** Longest that a small wheel may take, in milliseconds: the machine may be busy. */
const patience = 20_000;
/** MiB of heap; a small wheel takes almost nothing. */
const heap = 256;

interface Task {
  readonly seed: string;
  readonly from: number;
  readonly to: number;
  /** Its only number is the round that the worker is at. */
  readonly round: SharedArrayBuffer;
}

if (isMainThread) await main();
else await work(workerData);

async function work({ seed, from, to, round }: Task): Promise<void> {
  const current = new Int32Array(round);
  for (let number = from; number < to; number += 1) {
    current[0] = number;
    // What waits to be closed or freed gets its turn.
    if (number % 100 === 0) await setImmediate();
    const fault = await faultOf(seed, number);
    if (fault !== undefined) parentPort?.postMessage(`round ${number}: ${fault}`);
  }
}

async function faultOf(seed: string, round: number): Promise<string | undefined> {
  const { filename, bytes } = mutatedWheel(`${seed} ${round}`);
  try {
    return unsound(await lintWheel(filename, bytes));
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '1000000' },
      seed: { type: 'string', default: String(Date.now()) },
      only: { type: 'string' },
      save: { type: 'string' },
    },
  });
  const { seed, only } = values;
  if (only !== undefined) {
    const { filename, bytes } = mutatedWheel(`${seed} ${only}`);
    if (values.save !== undefined) writeFileSync(values.save, bytes);
    for (const { code, message } of await lintWheel(filename, bytes)) console.log(`${code} ${message}`);
    return;
  }
  const rounds = Number(values.rounds);
  const start = performance.now();
  let faults = 0;
  for (let from = 0; from < rounds; ) {
    from = await runFrom(from, rounds, seed, (fault) => {
      faults += 1;
      console.log(fault);
    });
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  const peak = (process.resourceUsage().maxRSS / 1024).toFixed(0);
  console.log(`${rounds} wheels, ${faults} faults, ${seconds} s, ${peak} MiB at most; seed ${seed}`);
  if (faults > 0) process.exitCode = 1;
}

/** @returns the round to go on with: the last, or the one behind a wheel that stopped the worker */
function runFrom(from: number, to: number, seed: string, onFault: (fault: string) => void): Promise<number> {
  const round = new SharedArrayBuffer(4);
  const current = new Int32Array(round);
  current[0] = from;
  const task: Task = { seed, from, to, round };
  const worker = new Worker(new URL(import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: heap },
  });
  return new Promise((resolve) => {
    let last = -1;
    const watch = setInterval(() => {
      const now = current[0] ?? to;
      if (now === last) stop(`round ${now}: it takes longer than ${patience / 1000} s`);
      last = now;
    }, patience);
    const stop = (fault: string): void => {
      onFault(fault);
      void worker.terminate();
      finish((current[0] ?? to) + 1);
    };
    const finish = (next: number): void => {
      clearInterval(watch);
      resolve(next);
    };
    worker.on('message', onFault);
    worker.on('error', (error) =>
      stop(`round ${current[0]}: ${error instanceof Error ? error.message : error}`),
    );
    worker.on('exit', (code) => {
      if (code === 0) finish(to);
    });
  });
}

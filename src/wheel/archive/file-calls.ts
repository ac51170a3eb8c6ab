import {
  type BigIntStats,
  close,
  closeSync,
  constants,
  fstat,
  fstatSync,
  open,
  openSync,
  read,
  readSync,
  type Stats,
  stat,
  statSync,
} from 'node:fs';
import { promisify } from 'node:util';

/** The calls to the operating system that reading a file takes. */
export interface FileCalls {
  /** Of the file that a path leads to, with times in nanoseconds. */
  statPath(path: string): Promise<BigIntStats>;
  open(path: string): Promise<number>;
  stat(descriptor: number): Promise<Stats>;
  /** @returns bytes read, 0 at the end of the file */
  read(descriptor: number, buffer: Buffer, offset: number, length: number, position: number): Promise<number>;
  close(descriptor: number): Promise<void>;
}

/** A named pipe under a wheel's name must not hang the run; Windows has neither pipes in folders nor the flag. */
const readOnly = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

const openFile = promisify<string, number, number>(open);
const statFile = promisify<string, { readonly bigint: true }, BigIntStats>(stat);

/** Calls that wait in other threads: many at once hide the latency of a network file system. */
export const threadedCalls: FileCalls = {
  statPath: (path) => statFile(path, { bigint: true }),
  open: (path) => openFile(path, readOnly),
  stat: promisify<number, Stats>(fstat),
  close: promisify<number, void>(close),
  read: (descriptor, buffer, offset, length, position) =>
    new Promise((resolve, reject) => {
      read(descriptor, buffer, offset, length, position, (error, count) => {
        if (error) reject(error);
        else resolve(count);
      });
    }),
};

/** A call takes longer than this on average where files do not come from memory or a local disk. In milliseconds. */
const slow = 0.3;
/** Calls before the average counts. */
const trial = 50;
/** A reader lets the next one go on after this time; when all had their turn, an index can be listened to. In milliseconds. */
const longestTurn = 1;

/**
 * Calls that are made at once where files answer at once, which halves the time for a wheelhouse in the page cache, and
 * in other threads as soon as they turn out to be slow.
 */
export function adaptiveCalls(now: () => number = milliseconds): FileCalls {
  let calls = 0;
  let spent = 0;
  let turn = now();
  const isSlow = (): boolean => calls >= trial && spent / calls > slow;
  const timed = <Value>(call: () => Value): Value => {
    const start = now();
    try {
      return call();
    } finally {
      calls += 1;
      spent += now() - start;
    }
  };
  /** The readers follow each other: one at a time keeps less in memory than all of them in turns. */
  const takeTurns = async (): Promise<void> => {
    if (now() - turn <= longestTurn) return;
    await new Promise((resolve) => setImmediate(resolve));
    turn = now();
  };
  return {
    async statPath(path) {
      if (isSlow()) return threadedCalls.statPath(path);
      await takeTurns();
      return timed(() => statSync(path, { bigint: true }));
    },
    async open(path) {
      if (isSlow()) return threadedCalls.open(path);
      await takeTurns();
      return timed(() => openSync(path, readOnly));
    },
    stat: async (descriptor) =>
      isSlow() ? threadedCalls.stat(descriptor) : timed(() => fstatSync(descriptor)),
    close: async (descriptor) =>
      isSlow() ? threadedCalls.close(descriptor) : timed(() => closeSync(descriptor)),
    async read(descriptor, buffer, offset, length, position) {
      return isSlow()
        ? threadedCalls.read(descriptor, buffer, offset, length, position)
        : timed(() => readSync(descriptor, buffer, offset, length, position));
    },
  };
}

/** Like `performance.now()`, whose module takes longer to load than a wheel to read. */
function milliseconds(): number {
  const [seconds, nanoseconds] = process.hrtime();
  return seconds * 1e3 + nanoseconds / 1e6;
}

/** What every reader says when it is done, as one line of JSON. */
export interface Reading {
  /** From the first look at the folder to the last wheel; the start of the process is not in it. */
  readonly seconds: number;
  /** Of the processor, outside the kernel, all threads together, in the same time. */
  readonly userSeconds: number;
  /** Wheels whose METADATA, WHEEL and RECORD were read. */
  readonly wheels: number;
  /** Files in them. */
  readonly members: number;
  /** Most memory that the process held at one time. */
  readonly peakBytes: number;
}

/** Times a reader over the folder that the command line names, and prints its reading. */
export async function report(
  read: (folder: string) => Promise<Pick<Reading, 'wheels' | 'members'>>,
): Promise<void> {
  const start = performance.now();
  const before = process.cpuUsage();
  const { wheels, members } = await read(process.argv[2] ?? '.');
  const seconds = (performance.now() - start) / 1000;
  const userSeconds = process.cpuUsage(before).user / 1e6;
  const peakBytes = process.resourceUsage().maxRSS * 1024;
  console.log(JSON.stringify({ seconds, userSeconds, wheels, members, peakBytes } satisfies Reading));
}

export function parseReading(line: string): Reading {
  const { seconds, userSeconds, wheels, members, peakBytes } = JSON.parse(line);
  return {
    seconds: Number(seconds),
    userSeconds: Number(userSeconds),
    wheels: Number(wheels),
    members: Number(members),
    peakBytes: Number(peakBytes),
  };
}

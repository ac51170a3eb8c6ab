import { availableParallelism, cpus, totalmem } from 'node:os';

/** Prints rows under a heading, numbers to the right. */
export function printTable(heading: readonly string[], rows: readonly (readonly string[])[]): void {
  const all = [heading, ...rows];
  const widths = heading.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  for (const row of all) {
    const cells = row.map((cell, column) => {
      const width = widths[column] ?? 0;
      return column === 0 ? cell.padEnd(width) : cell.padStart(width);
    });
    console.log(cells.join('  '));
  }
}

/** What a benchmark has to reach. */
export interface Aim {
  /** `reading takes no longer than zipfile`. */
  readonly text: string;
  readonly measured: number;
  readonly limit: number;
  readonly unit: string;
}

/** Says of each aim whether it is reached; the exit status is 1 where one is not. */
export function judge(aims: readonly Aim[]): void {
  console.log('');
  for (const { text, measured, limit, unit } of aims) {
    const reached = measured <= limit;
    if (!reached) process.exitCode = 1;
    console.log(
      `${reached ? 'PASS' : 'FAIL'}  ${text}: ${measured.toFixed(2)}${unit}, at most ${limit.toFixed(2)}${unit}`,
    );
  }
}

/** One line on where this runs. */
export function machine(): string {
  const model = cpus()[0]?.model.trim() ?? 'unknown processor';
  const memory = Math.round(totalmem() / 2 ** 30);
  return `Node ${process.versions.node}, ${availableParallelism()} cores (${model}), ${memory} GiB`;
}

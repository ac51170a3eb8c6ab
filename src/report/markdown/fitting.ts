/** GitHub takes 1 MiB for the summary of a step, and drops a larger one; other commands of the step may write to it too. */
export const mostBytes = 1_000_000;

/**
 * As many rows from the start as fit.
 * @param room bytes of UTF-8
 */
export function fitting(rows: readonly string[], room: number): string[] {
  let left = room;
  const end = rows.findIndex((row) => {
    left -= Buffer.byteLength(row);
    return left < 0;
  });
  return end === -1 ? [...rows] : rows.slice(0, end);
}

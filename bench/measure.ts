/**
 * Runs each subject once in every round, so that what else the machine does meets all of them alike. A first round
 * that fills the page cache does not count.
 * @returns what each run gave, by name
 */
export function interleave<Name extends string, Result>(
  subjects: ReadonlyMap<Name, () => Result>,
  rounds: number,
): ReadonlyMap<Name, readonly Result[]> {
  const results = new Map<Name, Result[]>();
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, run] of subjects) {
      const result = run();
      if (round === 0) results.set(name, []);
      else results.get(name)?.push(result);
    }
  }
  return results;
}

export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** The median over the rounds of one subject's time against another's in the same round. */
export function ratio(numbers: readonly number[], base: readonly number[]): number {
  return median(numbers.map((number, round) => number / (base[round] ?? Number.NaN)));
}

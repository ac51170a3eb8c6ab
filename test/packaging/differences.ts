import fc from 'fast-check';
import { expect } from 'vitest';

/** Another seed in each run; `ORACLE_SEED=<number>` repeats one. */
const seed = Number(process.env.ORACLE_SEED ?? Math.trunc(Math.random() * 2 ** 31));

/** Many values for one question to another process, where shrinking would ask again and again. */
export function samples<Value>(values: fc.Arbitrary<Value>, count: number): Value[] {
  return fc.sample(values, { numRuns: count, seed });
}

/** Fails with the first few questions that are answered differently. */
export function expectSame<Question>(
  questions: readonly Question[],
  ours: (question: Question, index: number) => unknown,
  theirs: (question: Question, index: number) => unknown,
): void {
  const different = questions.flatMap((question, index) => {
    const answers = { question, ours: ours(question, index), theirs: theirs(question, index) };
    return JSON.stringify(answers.ours) === JSON.stringify(answers.theirs) ? [] : [answers];
  });
  expect(different.slice(0, 10), `${different.length} differ; repeat with ORACLE_SEED=${seed}`).toEqual([]);
}

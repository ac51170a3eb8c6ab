import type { Rule } from './rule.ts';

/** What a rule asks of facts of one size. */
export interface Check<Facts> {
  readonly rule: Rule;
  readonly check: (facts: Facts) => void;
}

/**
 * Without a closure or a frame for each rule and wheel: there are hundreds of thousands of pairs.
 * @throws {Error} that names the rule which failed, and on what
 */
export function ask<Facts>(checks: readonly Check<Facts>[], facts: Facts, subject: string): void {
  let asked: Rule | undefined;
  try {
    for (const { rule, check } of checks) {
      asked = rule;
      check(facts);
    }
  } catch (error) {
    throw asked === undefined ? error : failure(asked, subject, error);
  }
}

function failure({ code, name }: Rule, subject: string, cause: unknown): Error {
  return new Error(`rule ${code} (${name}) failed on ${subject}`, { cause });
}

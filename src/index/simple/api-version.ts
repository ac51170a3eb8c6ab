import { Unanswered } from '../unanswered.ts';

/**
 * Refuses an answer of another major version than 1. A newer minor version only adds to what is known, and an answer
 * that names none is of version 1.0.
 * @param version as the answer states it
 * @throws {Unanswered} @see https://peps.python.org/pep-0629/
 */
export function refuseOtherVersion(version: unknown): void {
  if (version === undefined || version === null || /^1(?:\.|$)/.test(String(version).trim())) return;
  throw new Unanswered(
    `answer is of version ${JSON.stringify(version)} of the Simple API, and only 1 is known`,
  );
}

import { oneLine } from '../one-line.ts';
import { isValidName, normalizeName } from '../packaging/name.ts';
import { textOf } from './json-shape.ts';
import { Unanswered } from './unanswered.ts';

/**
 * A redirect or a catch-all answer must not pass off another project's files.
 * @param name what the answer says it is about, if anything
 * @throws {Unanswered}
 */
export function refuseOtherProject(name: unknown, project: string): void {
  const text = textOf(name);
  if (text === undefined || !isValidName(text) || normalizeName(text) === project) return;
  throw new Unanswered(`answer is about another project ("${oneLine(text)}")`);
}

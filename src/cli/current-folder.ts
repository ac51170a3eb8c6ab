import { UsageError } from '../errors.ts';

/** @throws {UsageError} where somebody removed it */
export function currentFolder(): string {
  try {
    return process.cwd();
  } catch {
    throw new UsageError('The working directory does not exist any more.');
  }
}

import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import * as v from 'valibot';

const comparison = v.strictObject({
  /** The first member that does not inflate to its checksum. */
  damaged: v.nullable(v.string()),
  /** What RECORD says that is not so. */
  record: v.array(v.string()),
  /** Members whose compressed bytes are the same. */
  kept: v.array(v.string()),
  changed: v.array(v.string()),
  /** Times, modes, flags and order that are not as they were, or as indexes want them. */
  faults: v.array(v.string()),
});

/** What Python's zipfile says of a wheel after a fix, beside the wheel before. */
export type Comparison = v.InferOutput<typeof comparison>;

export interface Pair {
  readonly before: string;
  readonly after: string;
  /** Former names of folders by new ones. */
  readonly folders?: Readonly<Record<string, string>>;
}

/** Asks Python about many wheels at once. */
export function compareWheels(pairs: readonly Pair[]): Comparison[] {
  const input = JSON.stringify(pairs.map((pair) => ({ folders: {}, ...pair })));
  const output = execFileSync('python3', [join(import.meta.dirname, 'compare_wheels.py')], {
    input,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return v.parse(v.array(comparison), JSON.parse(output));
}

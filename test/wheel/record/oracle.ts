import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';

const script = fileURLToPath(new URL('oracle.py', import.meta.url));

const answers = v.object({
  fields: v.array(v.nullable(v.array(v.string()))),
  compare: v.array(
    v.object({
      missing: v.array(v.string()),
      unlisted: v.array(v.string()),
      resized: v.array(v.string()),
    }),
  ),
});

export interface Questions {
  readonly fields?: readonly string[];
  /** A RECORD, and sizes by name of member. */
  readonly compare?: readonly (readonly [string, Readonly<Record<string, number>>])[];
}

/** Why Python cannot be asked. */
export const noPython =
  spawnSync('python3', ['-c', 'import csv']).status === 0 ? undefined : 'SKIPPED: python3 does not start';

/** What Python's `csv` says. */
export function askPython({ fields = [], compare = [] }: Questions): v.InferOutput<typeof answers> {
  const child = spawnSync('python3', [script], {
    input: JSON.stringify({ fields, compare }),
    encoding: 'utf8',
    maxBuffer: 1024 ** 3,
  });
  return v.parse(answers, JSON.parse(child.stdout));
}

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';

const script = fileURLToPath(new URL('oracle.py', import.meta.url));

/** Arguments of each question, by its kind. */
export type Questions = Readonly<Record<string, readonly (readonly unknown[])[]>>;

interface Oracle {
  /** For the names of tests: which version answers, or why none does. */
  readonly label: string;
  /** Why there is no oracle. */
  readonly missing?: string;
  /** Version of the `packaging` library. */
  readonly release: readonly number[];
  /** One answer for each question; `null` where the library refuses. */
  ask<Answer extends v.GenericSchema>(
    questions: Questions,
    kind: string,
    answer: Answer,
  ): (v.InferOutput<Answer> | null)[];
}

function run(questions: Questions): unknown {
  const child = spawnSync('python3', [script], {
    input: JSON.stringify(questions),
    encoding: 'utf8',
    maxBuffer: 1024 ** 3,
  });
  if (child.error !== undefined) return { missing: `python3 does not start: ${child.error.message}` };
  if (child.status !== 0) return { missing: `python3 cannot run it: ${child.stderr.trim().slice(-200)}` };
  return JSON.parse(child.stdout);
}

const presence = v.union([v.object({ missing: v.string() }), v.object({ release: v.array(v.number()) })]);

function find(): Oracle {
  const found = v.parse(presence, run({}));
  const ask: Oracle['ask'] = (questions, kind, answer) => {
    const shape = v.looseObject({ [kind]: v.array(v.nullable(answer)) });
    return v.parse(shape, run(questions))[kind] ?? [];
  };
  return 'missing' in found
    ? { label: `SKIPPED: ${found.missing}`, missing: found.missing, release: [0, 0], ask }
    : { label: found.release.join('.'), release: found.release, ask };
}

/** The `packaging` library of Python's tools: what installers themselves ask. */
export const oracle: Oracle = find();

/** Whether the oracle is of this version or newer. */
export function isAtLeast(major: number, minor: number): boolean {
  const [ownMajor = 0, ownMinor = 0] = oracle.release;
  return ownMajor > major || (ownMajor === major && ownMinor >= minor);
}

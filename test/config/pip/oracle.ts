import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';

const script = fileURLToPath(new URL('oracle.py', import.meta.url));

/** Arguments of each question, by its kind: one of the functions in `oracle.py`. */
type Questions = Readonly<Record<string, readonly (readonly unknown[])[]>>;

interface Oracle {
  /** For the names of tests: which pip answers, or why none does. */
  readonly label: string;
  /** Why there is no oracle. */
  readonly missing?: string;
  /** One answer for each question; `null` where pip stops. */
  ask<Answer extends v.GenericSchema>(
    kind: string,
    questions: readonly (readonly unknown[])[],
    answer: Answer,
  ): (v.InferOutput<Answer> | null)[];
}

function run(questions: Questions): unknown {
  const child = spawnSync('python3', [script], {
    input: JSON.stringify(questions),
    encoding: 'utf8',
    maxBuffer: 1024 ** 3,
    env: { ...process.env, LC_ALL: 'C.UTF-8', PYTHONUTF8: '1' },
  });
  if (child.error !== undefined) return { missing: `python3 does not start: ${child.error.message}` };
  if (child.status !== 0) return { missing: `python3 cannot run it: ${child.stderr.trim().slice(-200)}` };
  return JSON.parse(child.stdout);
}

const presence = v.union([v.object({ missing: v.string() }), v.object({ release: v.string() })]);

function find(): Oracle {
  const found = v.parse(presence, run({}));
  const ask: Oracle['ask'] = (kind, questions, answer) => {
    const shape = v.looseObject({ [kind]: v.array(v.nullable(answer)) });
    return v.parse(shape, run({ [kind]: questions }))[kind] ?? [];
  };
  return 'missing' in found
    ? { label: `SKIPPED: ${found.missing}`, missing: found.missing, ask }
    : { label: `pip ${found.release}`, ask };
}

/** The pip of this machine's python3, with Python's own parser behind it. */
export const oracle: Oracle = find();

import * as v from 'valibot';
import { explainIssue } from '../config/explain-issue.ts';
import { UsageError } from '../errors.ts';

/** 64 hexadecimal digits, as lower case. */
export const sha256Schema = v.pipe(
  v.string(),
  v.check((text) => /^[0-9a-f]{64}$/i.test(text), 'a sha256 has 64 hexadecimal digits'),
  v.transform((text) => text.toLowerCase()),
);

/** `sha256:…` as the sha256; a hash of another kind, which we do not compute, as none. */
export const prefixedHashSchema = v.pipe(
  v.string(),
  v.check((text) => /^sha256:[0-9a-f]{64}$|^(?!sha256:)\w+:./i.test(text), "a hash is written 'sha256:…'"),
  v.transform((text) => (/^sha256:/i.test(text) ? text.slice('sha256:'.length).toLowerCase() : undefined)),
);

/** Holds what was read to a schema. @param file path for people @throws {UsageError} that names file and key */
export function checkShape<Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
  file: string,
): v.InferOutput<Schema> {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  const [issue] = result.issues;
  const place = `'${v.getDotPath(issue) ?? ''}'`;
  const isMissing = issue.input === undefined && issue.type.endsWith('object');
  throw new UsageError(
    `The lock file '${file}' is damaged: ${isMissing ? `${place} is missing.` : explainIssue(issue, place)}`,
  );
}

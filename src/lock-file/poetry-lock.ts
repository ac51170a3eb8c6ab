import * as v from 'valibot';
import type { LockedFile } from './lock-file.ts';
import { lastSegment } from './locked-files.ts';
import { checkShape, prefixedHashSchema } from './shape.ts';

const filesSchema = v.array(
  v.object({
    file: v.optional(v.string()),
    url: v.optional(v.string()),
    hash: v.optional(prefixedHashSchema),
  }),
);

const schema = v.object({
  package: v.optional(
    v.array(v.object({ name: v.string(), version: v.string(), files: v.optional(filesSchema, []) })),
    [],
  ),
  metadata: v.object({
    /** Of all packages, by name: Poetry up to 1.2. */
    files: v.optional(v.record(v.string(), filesSchema), {}),
  }),
});

/** The files of a `poetry.lock` or `pdm.lock`, parsed: both list them with their names, PDM also with URLs. @throws {UsageError} */
export function readPoetryLock(table: unknown, file: string): LockedFile[] {
  const lock = checkShape(schema, table, file);
  const byName = new Map(Object.entries(lock.metadata.files));
  return lock.package.flatMap(({ name, version, files }) =>
    [...files, ...(byName.get(name) ?? [])].map(({ file: filename, url, hash }) => ({
      project: name,
      version,
      filename: filename ?? lastSegment(url ?? ''),
      sha256: hash,
    })),
  );
}

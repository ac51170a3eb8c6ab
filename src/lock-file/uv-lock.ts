import * as v from 'valibot';
import { UsageError } from '../errors.ts';
import type { LockedFile } from './lock-file.ts';
import { lastSegment } from './locked-files.ts';
import { checkShape, prefixedHashSchema } from './shape.ts';

const schema = v.object({
  version: v.number(),
  package: v.optional(
    v.array(
      v.object({
        name: v.string(),
        // A project whose version is dynamic has none, and no files either.
        version: v.optional(v.string(), ''),
        wheels: v.optional(
          v.array(
            v.object({
              filename: v.optional(v.string()),
              url: v.optional(v.string()),
              path: v.optional(v.string()),
              hash: v.optional(prefixedHashSchema),
            }),
          ),
          [],
        ),
      }),
    ),
    [],
  ),
});

/** The wheels of a `uv.lock`, parsed. @throws {UsageError} @see https://docs.astral.sh/uv/concepts/projects/layout/ */
export function readUvLock(table: unknown, file: string): LockedFile[] {
  const lock = checkShape(schema, table, file);
  if (lock.version !== 1) {
    throw new UsageError(
      `The lock file '${file}' is of version '${lock.version}' of uv.lock, and only 1 is known.`,
    );
  }
  return lock.package.flatMap(({ name, version, wheels }) =>
    wheels.map(({ filename, url, path, hash }) => ({
      project: name,
      version,
      filename: filename ?? lastSegment(path ?? url ?? ''),
      sha256: hash,
    })),
  );
}

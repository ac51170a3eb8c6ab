import * as v from 'valibot';
import { UsageError } from '../errors.ts';
import type { LockedFile } from './lock-file.ts';
import { lastSegment } from './locked-files.ts';
import { checkShape, sha256Schema } from './shape.ts';

const fileSchema = v.object({
  name: v.optional(v.string()),
  url: v.optional(v.string()),
  path: v.optional(v.string()),
  hashes: v.optional(v.object({ sha256: v.optional(sha256Schema) }), {}),
});

const schema = v.object({
  'lock-version': v.string(),
  packages: v.array(
    v.object({
      name: v.string(),
      version: v.optional(v.string()),
      wheels: v.optional(v.array(fileSchema), []),
      archive: v.optional(fileSchema),
    }),
  ),
});

/**
 * The wheels of a `pylock.toml`, parsed.
 * @throws {UsageError} @see https://packaging.python.org/en/latest/specifications/pylock-toml/
 */
export function readPylock(table: unknown, file: string): LockedFile[] {
  const { 'lock-version': lockVersion, packages } = checkShape(schema, table, file);
  if (!/^1(?:\.|$)/.test(lockVersion)) {
    throw new UsageError(
      `The lock file '${file}' is of version '${lockVersion}' of pylock.toml, and only 1 is known.`,
    );
  }
  return packages.flatMap(({ name, version, wheels, archive }) =>
    [...wheels, ...(archive === undefined ? [] : [archive])].map((locked): LockedFile => {
      const filename = locked.name ?? lastSegment(locked.path ?? locked.url ?? '');
      // An archive may come without a version; its name has one.
      return {
        project: name,
        version: version ?? filename.split('-', 2)[1] ?? '',
        filename,
        sha256: locked.hashes.sha256,
      };
    }),
  );
}

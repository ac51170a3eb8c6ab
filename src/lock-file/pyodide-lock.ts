import * as v from 'valibot';
import type { LockedFile } from './lock-file.ts';
import { lastSegment } from './locked-files.ts';
import { checkShape, sha256Schema } from './shape.ts';

const schema = v.object({
  packages: v.record(
    v.string(),
    v.object({
      name: v.string(),
      version: v.string(),
      file_name: v.string(),
      sha256: v.optional(sha256Schema),
    }),
  ),
});

/** The files of a `pyodide-lock.json`, parsed. @throws {UsageError} @see https://github.com/pyodide/pyodide-lock */
export function readPyodideLock(json: unknown, file: string): LockedFile[] {
  return Object.values(checkShape(schema, json, file).packages).map((locked) => ({
    project: locked.name,
    version: locked.version,
    filename: lastSegment(locked.file_name),
    sha256: locked.sha256,
  }));
}

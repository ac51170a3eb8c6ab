import { stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** The path of a snapshot, where an index URL names a file rather than a folder of recorded answers. */
export async function snapshotPath(url: string): Promise<string | undefined> {
  const path = localPath(url);
  if (path === undefined) return undefined;
  const stats = await stat(path).catch(() => undefined);
  return stats === undefined ? pathOfMissing(path) : stats.isDirectory() ? undefined : path;
}

/** Nothing but its name tells what was meant. */
function pathOfMissing(path: string): string | undefined {
  return path.endsWith('.json') ? path : undefined;
}

function localPath(url: string): string | undefined {
  if (!/^file:/i.test(url)) return undefined;
  try {
    return fileURLToPath(url);
  } catch {
    return undefined;
  }
}

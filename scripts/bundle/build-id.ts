import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'rolldown';

/** Puts a hash of the program where the sources have none. @param root folder of the package @param dist compiled modules */
export function buildId(root: string, dist: string): Plugin {
  return {
    name: 'build id',
    load: (id) =>
      id === join(dist, 'src/build.js') ? `export const build = '${hashOf(root, dist)}';` : undefined,
  };
}

/** Whatever the program reads and says is decided by its own modules and the dependencies that it names exactly. */
function hashOf(root: string, dist: string): string {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package.json')));
  for (const folder of ['rules', 'src']) {
    const names = readdirSync(join(dist, folder), { encoding: 'utf8', recursive: true });
    for (const name of names.filter((file) => file.endsWith('.js')).sort()) {
      hash.update(name).update(readFileSync(join(dist, folder, name)));
    }
  }
  return hash.digest('hex');
}

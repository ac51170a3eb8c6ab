/**
 * Joins the modules of the command line into a few files, `dist/cli/`: loading 150 small ones takes longer than checking
 * a wheel. Dependencies that every run needs are among them; the others stay where npm puts them.
 */
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { rolldown } from 'rolldown';
import { buildId } from './build-id.ts';
import { builtInModules, childProcessLater } from './built-in-modules.ts';
import { licensesOf } from './licenses.ts';

const root = join(import.meta.dirname, '../..');
const dist = join(root, 'dist');

/** Our own modules that a module loads before anything is done, itself among them, and the packages that these load. */
function loadedWith(module: string, found: Set<string> = new Set()): ReadonlySet<string> {
  if (found.has(module)) return found;
  found.add(module);
  // tsc writes each import and re-export like this, and a dynamic import never.
  for (const [, specifier = ''] of readFileSync(module, 'utf8').matchAll(
    /^(?:import|export|\}).* from '(.*)';$/gm,
  )) {
    if (specifier.startsWith('.')) loadedWith(resolve(dirname(module), specifier), found);
    else found.add(specifier);
  }
  return found;
}

/** What a plain run loads: nothing asked for but the report that is the default. */
const start = loadedWith(
  join(dist, 'src/report/stylish.js'),
  new Set(loadedWith(join(dist, 'src/cli/run.js'))),
);

const forNetwork = ['src/index', 'src/config/access'].map((folder) => join(dist, folder, '/'));
const isOurs = (id: string): boolean => id.startsWith('.') || id.startsWith(dist);
const isDependency = (id: string): boolean => id.includes('/node_modules/');

const bundle = await rolldown({
  input: join(dist, 'src/cli/main.js'),
  platform: 'node',
  // What packages load themselves comes with them.
  external: (id, importer) => !isOurs(id) && !start.has(id) && !isDependency(id) && isOurs(importer ?? dist),
  plugins: [buildId(root, dist), childProcessLater, builtInModules],
});
const { output } = await bundle.write({
  dir: join(dist, 'cli'),
  format: 'esm',
  // Few files, as twenty small ones cost as much as reading a wheel; but what only the network needs, TLS above all, is
  // not loaded with what every run needs.
  codeSplitting: {
    groups: [
      { name: 'start', test: (id) => start.has(id) || isDependency(id), priority: 1 },
      { name: 'network', test: (id) => forNetwork.some((folder) => id.startsWith(folder)), minShareCount: 2 },
      { name: 'later', minShareCount: 2 },
    ],
  },
});
const modules = output.flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
writeFileSync(join(dist, 'cli/LICENSES.txt'), licensesOf(modules));
chmodSync(join(dist, 'cli/main.js'), 0o755);

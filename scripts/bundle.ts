/**
 * Joins our own modules of the command line into a few files, `dist/cli/`: loading 150 small ones takes longer than
 * checking a wheel. Dependencies stay where npm puts them.
 */
import { createHash } from 'node:crypto';
import { chmodSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

/** The modules that a module loads before anything is done, itself among them. */
function loadedWith(module: string, found: Set<string> = new Set()): ReadonlySet<string> {
  if (found.has(module)) return found;
  found.add(module);
  // tsc writes each import and re-export like this, and a dynamic import never.
  for (const [, specifier = ''] of readFileSync(module, 'utf8').matchAll(
    /^(?:import|export|\}).* from '(\..*)';$/gm,
  )) {
    loadedWith(resolve(module, '..', specifier), found);
  }
  return found;
}

/** What a plain run loads: nothing asked for but the report that is the default. */
const start = loadedWith(
  path('../dist/src/report/stylish.js'),
  new Set(loadedWith(path('../dist/src/cli/run.js'))),
);

/** Whatever the program reads and says is decided by its own modules and the locked dependencies. */
function hashOfProgram(): string {
  const hash = createHash('sha256').update(readFileSync(path('../package.json')));
  for (const folder of ['../dist/rules/', '../dist/src/']) {
    const names = readdirSync(path(folder), { encoding: 'utf8', recursive: true });
    for (const name of names.filter((file) => file.endsWith('.js')).sort()) {
      hash.update(name).update(readFileSync(path(`${folder}${name}`)));
    }
  }
  return hash.digest('hex');
}

const bundle = await rolldown({
  input: path('../dist/src/cli/main.js'),
  platform: 'node',
  plugins: [
    {
      name: 'build',
      load: (id) =>
        id === path('../dist/src/build.js') ? `export const build = '${hashOfProgram()}';` : undefined,
    },
  ],
  external: (id) => !id.startsWith('.') && !id.startsWith('/'),
});
await bundle.write({
  dir: path('../dist/cli/'),
  format: 'esm',
  // Few files, as twenty small ones cost as much as reading a wheel; but what only the network needs, TLS above all, is
  // not loaded with what every run needs.
  codeSplitting: {
    groups: [
      { name: 'start', test: (id) => start.has(id), priority: 1 },
      { name: 'later', minShareCount: 2 },
    ],
  },
});
chmodSync(path('../dist/cli/main.js'), 0o755);

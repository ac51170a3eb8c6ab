/**
 * Joins our own modules of the command line into a few files, `dist/cli/`: loading 150 small ones takes longer than
 * checking a wheel. Dependencies stay where npm puts them.
 */
import { chmodSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

const bundle = await rolldown({
  input: path('../dist/src/cli/main.js'),
  platform: 'node',
  external: (id) => !id.startsWith('.') && !id.startsWith('/'),
});
await bundle.write({
  dir: path('../dist/cli/'),
  format: 'esm',
  // What several parts share goes into one file: twenty small ones cost as much as reading a wheel.
  codeSplitting: { groups: [{ name: 'shared', minShareCount: 2 }] },
});
chmodSync(path('../dist/cli/main.js'), 0o755);

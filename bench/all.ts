/** Runs every benchmark, also behind one that misses its aim: `npm run bench`. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const benches = [
  'reading',
  'rules',
  'binaries',
  'digests',
  'start',
  'again',
  'verdicts',
  'indexes',
  'fixing',
];

const missed = benches.filter((name) => {
  console.log(`\n== ${name}\n`);
  return (
    spawnSync(process.execPath, [join(import.meta.dirname, `${name}.ts`)], { stdio: 'inherit' }).status !== 0
  );
});
if (missed.length > 0) {
  console.log(`\nNot met: ${missed.join(', ')}`);
  process.exitCode = 1;
}

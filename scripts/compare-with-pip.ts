/**
 * Lets real pips and our model choose among thousands of random sets of files, and prints where they differ.
 *
 *     node scripts/compare-with-pip.ts --rounds 3000 --seed 7 --pip 'python3 -m pip' --pip 'python3.13 -m pip'
 *
 * A command may begin with variables of its environment, and before them with the name by which the model is to know
 * the pip: `pip@26.2:legacy-resolver PYTHONPATH=/some/pip/src python3 -m pip`. With `--only p3-17` it asks for one
 * project of a seed once more.
 */
import { parseArgs } from 'node:util';
import {
  add,
  compareOne,
  compareWorlds,
  emptyTally,
  projectsPerWorld,
  worldOfProject,
} from '../test/installer/differential/compare.ts';
import { compareTags } from '../test/installer/differential/compare-tags.ts';
import { findPip } from '../test/installer/differential/find-pip.ts';
import { Playground } from '../test/installer/differential/playground.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '1000' },
    seed: { type: 'string', default: String(Date.now()) },
    pip: { type: 'string', multiple: true, default: ['python3 -m pip'] },
    only: { type: 'string' },
  },
});
const { seed, only } = values;
const worlds = Array.from(
  { length: Math.ceil(Number(values.rounds) / projectsPerWorld) },
  (_, world) => world,
);

const playground = await Playground.open();
for (const command of values.pip) {
  const pip = await findPip(command);
  if ('missing' in pip) {
    console.error(`'${command}' is not compared: ${pip.missing}`);
    process.exitCode = 2;
    continue;
  }
  const tags = await compareTags(pip);
  for (const difference of tags) console.log(difference);
  const tallies =
    only === undefined
      ? compareWorlds(pip, playground, seed, worlds)
      : [compareOne(pip, playground, seed, worldOfProject(pip, seed, only))];
  let total = emptyTally;
  for await (const tally of tallies) {
    total = add(total, tally);
    for (const difference of tally.differences) console.log(`\n${difference}\n`);
    for (const difference of tally.unsteady) console.log(`\nSeen once, and not again:\n${difference}\n`);
  }
  const { installed, failed, crashed, unasked, differences } = total;
  console.log(
    `${pip.label}: ${installed + failed} projects compared (${failed} of them fail), ${differences.length} differences; seed ${seed}` +
      (crashed > 0 ? `; pip crashed at ${crashed} more` : '') +
      (unasked > 0 ? `; ${unasked} more were not asked for` : ''),
  );
  if (tags.length + differences.length > 0) process.exitCode = 1;
}
await playground.close();

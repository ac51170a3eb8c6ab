/** Reads as `lint()` does. */
import { discover } from '../../src/engine/discover.ts';
import { readAll } from '../../src/engine/read-all.ts';
import type { WheelFacts } from '../../src/wheel/facts.ts';
import { report } from './report.ts';

await report(async (folder) => {
  const { locations } = await discover([folder], process.cwd());
  const whole = (await readAll(locations)).filter(isWhole);
  return { wheels: whole.length, members: whole.reduce((sum, { memberCount }) => sum + memberCount, 0) };
});

function isWhole({ problems, distInfo }: WheelFacts): boolean {
  return problems.length === 0 && distInfo?.metadata !== undefined && distInfo.wheel !== undefined;
}

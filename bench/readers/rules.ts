/** Reads as `lint()` does, with the rules of some codes looking into the wheels: `rules.ts <folder> <codes>`. */
import { rules } from '../../rules/index.ts';
import { discover } from '../../src/engine/discover.ts';
import { readAll } from '../../src/engine/read-all.ts';
import { RuleRun } from '../../src/engine/run-rules.ts';
import { report } from './report.ts';

const codes = new Set((process.argv[3] ?? '').split(','));

await report(async (folder) => {
  const { locations } = await discover([folder], process.cwd());
  const settings = rules
    .filter(({ code }) => codes.has(code))
    .map((rule) => ({ rule, severity: rule.severity, options: {} }));
  const run = new RuleRun(settings, undefined);
  const wheels = await readAll(locations, undefined, run.visitor);
  run.finish({ wheels, projects: [] });
  return {
    wheels: wheels.length,
    members: wheels.reduce((sum, { memberCount }) => sum + memberCount, 0),
  };
});

/**
 * Reads as `lint()` does, with rules looking into the wheels: `rules.ts <folder> <codes>`, or, instead of the codes, the
 * name of a preset, for what it turns on without `--deep` and without the rules about linkage.
 */
import { rules } from '../../rules/index.ts';
import { presetNames } from '../../src/config/presets.ts';
import { resolveRules } from '../../src/config/resolve-rules.ts';
import { discover } from '../../src/engine/discover.ts';
import { readAll } from '../../src/engine/reading/read-all.ts';
import { RuleRun, type RuleSetting } from '../../src/engine/run-rules.ts';
import type { WheelVisitor } from '../../src/wheel/contents.ts';
import { report } from './report.ts';

/** RECORD is held against the directory for any visitor: to the benchmark of reading that is a part of it. */
const recordOnly: WheelVisitor = { parts: new Set(), wants: () => false, visit: () => undefined };
const settings = settingsOf(process.argv[3] ?? '');

await report(async (folder) => {
  const { locations } = await discover([folder], process.cwd());
  const run = new RuleRun(settings, undefined);
  const wheels = await readAll(locations, undefined, run.visitor ?? recordOnly);
  run.finish({ wheels, projects: [] });
  return {
    wheels: wheels.length,
    members: wheels.reduce((sum, { memberCount }) => sum + memberCount, 0),
  };
});

function settingsOf(words: string): RuleSetting[] {
  const preset = presetNames.find((name) => name === words);
  const all = { configured: {}, overrides: [], select: [], ignore: [] };
  if (preset !== undefined) {
    return resolveRules(rules, { preset, ...all }).filter(
      ({ rule: { category, needs } }) => category !== 'linkage' && needs.length === 0,
    );
  }
  const codes = new Set(words.split(','));
  return rules
    .filter(({ code }) => codes.has(code))
    .map((rule) => ({ rule, severity: rule.severity, options: {} }));
}

/** Prints what one run of the conflict rules over the generated wheelhouse takes: `node bench/verdicts/ours.ts`. */
import { rules } from '../../rules/index.ts';
import { assembleWheelhouse } from '../../src/engine/assemble.ts';
import { defaultContest, openContests } from '../../src/engine/contest/open-contests.ts';
import { RuleRun } from '../../src/engine/run-rules.ts';
import { parseInstaller } from '../../src/installer/installer.ts';
import { indexAnswers, localWheels } from './wheelhouse.ts';

const wheels = localWheels();
const answers = indexAnswers();
const settings = rules
  .filter(({ code }) => /^WHL(?:1|2)/.test(code))
  .map((rule) => ({ rule, severity: rule.severity, options: {} }));
const interpreters = [11, 12].map((minor) => ({
  implementation: 'cpython' as const,
  minor,
  threaded: false,
}));

const start = performance.now();
const contests = await openContests(
  wheels,
  {
    ...defaultContest,
    installers: ['pip@26.2', 'uv'].map(parseInstaller),
    places: { ...defaultContest.places, interpreters },
  },
  async () => undefined,
);
const wheelhouse = await assembleWheelhouse(wheels, answers, async () => undefined, contests);
const findings = new RuleRun(settings, 'mysite').finish(wheelhouse);
const seconds = (performance.now() - start) / 1000;
console.log(JSON.stringify({ seconds, findings: findings.length }));

import * as v from 'valibot';
import type { Contest } from '../src/engine/contest/contest.ts';
import { sayTargets } from '../src/engine/contest/say-targets.ts';
import { defineRule } from '../src/engine/define-rule.ts';
import type { NamedWheel } from '../src/engine/project.ts';
import type { Entrant } from '../src/installer/entrant.ts';
import type { Target } from '../src/installer/target.ts';
import { comparePublic } from '../src/packaging/version.ts';

export default defineRule({
  code: 'WHL105',
  name: 'newer-elsewhere',
  category: 'conflicts',
  severity: 'info',
  offByDefault: true,
  needs: ['index'],
  docs: {
    summary: 'An index lists a newer version, which installers take when nobody pins one.',
    why: `A newer version always wins, whatever labels, build tags and folders say: \`pip install demo\` takes 1.0.1 or 1.0.post1
from the index and leaves your \`1.0+mysite\`. That is what most people want, and a surprise for those who built a wheel so
that it would be used.`,
    example: `[[wheel]]
filename = "demo-1.0+mysite-cp311-cp311-linux_x86_64.whl"
files = { "demo.cpython-311-x86_64-linux-gnu.so" = "binary: elf x86_64" }

[[index]]
filename = "demo-1.1-cp311-cp311-manylinux_2_17_x86_64.whl"
`,
    fix: `Build the newer version too, or have users pin (\`demo==1.0\`, a constraint file). Where the newer version has no wheel
for your machines, \`prefer-binary\` keeps pip from building its sdist.`,
    quiet: 'About older local wheels, where a newer one lies in the same stack.',
    references: [
      'https://peps.python.org/pep-0440/#version-scheme',
      'https://github.com/pypa/pip/issues/8606',
    ],
  },
  messages: {
    newer:
      "'{index}' lists '{other}': without a pin '{installers}' would install version '{newer}' instead of '{version}'.",
  },
  options: v.strictObject({}),
  checkProject({ contests }, { report }) {
    const told = new Set<NamedWheel>();
    for (const contest of contests) {
      for (const [wheel, { taken, losses }] of standings(contest)) {
        // Where targets find different versions, the one that most of them find.
        const [loss] = [...losses.values()].sort((a, b) => b.targets.length - a.targets.length);
        if (loss === undefined || told.has(wheel)) continue;
        told.add(wheel);
        const { offer, version } = loss.by;
        report({
          message: 'newer',
          wheel,
          subject: offer.source.name,
          data: {
            index: offer.source.name,
            other: offer.filename,
            newer: version.normal,
            version: wheel.name.version.normal,
            installers: sayTargets(loss.targets, taken),
          },
          related: [{ location: offer.location, message: 'a file on the index' }],
        });
      }
    }
  },
});

interface Standing {
  /** Targets that would take the wheel. */
  readonly taken: Target[];
  /** Those that install a newer version of an index, by source and version. */
  readonly losses: Map<string, { readonly by: Entrant; readonly targets: Target[] }>;
}

/** What becomes of the linted wheels without a pin; only the newest local ones of a target can lose. */
function standings(contest: Contest): Map<NamedWheel, Standing> {
  const wheels = new Map(contest.wheels.map(({ offer, wheel }) => [offer, wheel]));
  const found = new Map<NamedWheel, Standing>();
  for (const { target, candidates, selected } of contest.newest()) {
    const entrants = candidates.map(({ entrant }) => entrant);
    const winner = entrants.find(({ offer }) => offer === selected);
    const local = entrants.filter(({ offer }) => offer.source.kind === 'folder');
    const newest = local[0]?.version;
    for (const { offer, version } of local) {
      const wheel = wheels.get(offer);
      if (wheel === undefined || winner === undefined || newest === undefined) continue;
      const standing: Standing = found.get(wheel) ?? { taken: [], losses: new Map() };
      found.set(wheel, standing);
      standing.taken.push(target);
      const isNewest = comparePublic(version, newest) === 0;
      if (!isNewest || local.includes(winner) || comparePublic(winner.version, version) <= 0) continue;
      const key = `${winner.offer.source.name} ${winner.version.key}`;
      const loss = standing.losses.get(key) ?? { by: winner, targets: [] };
      loss.targets.push(target);
      standing.losses.set(key, loss);
    }
  }
  return found;
}

import { expect, test } from 'vitest';
import { rules } from '../../../rules/index.ts';
import { RuleRun } from '../../../src/engine/run-rules.ts';
import { unpackedSize } from '../../../src/wheel/archive/bomb.ts';
import { Layout } from '../../../src/wheel/layout/layout.ts';
import { namesOf } from '../../support/directory-entries.ts';
import { factsOf } from '../../support/facts.ts';
import { member } from '../../support/member.ts';

const family = rules.filter(({ category }) => category === 'contents');
const wheel = { ...(await factsOf('demo-1.0-py3-none-any.whl')), problems: [] };

/** More than a function takes as arguments: what spreads a list of members ends here. */
const many = 130_000;
const deep = `${'a/'.repeat(30_000)}b`;

test.each<[string, (index: number) => string, number]>([
  ['byte code', (index) => `a/${index}.pyc`, many],
  ['modules that no import can name', (index) => `a/${index}.py`, many],
  ['stubs', (index) => (index === 0 ? 'a/__init__.py' : `a/s${index}.pyi`), many],
  ['top-level files', (index) => `file ${index}.txt`, many],
  ['top-level folders', (index) => `folder-é${index}/x.yml`, many],
  ['packages beside modules', (index) => `a/m${index >> 1}${index & 1 ? '.py' : '/__init__.py'}`, many],
  ['files of unknown schemes', (index) => `demo-1.0.data/x/${index}`, many],
  ['folders in scripts', (index) => `x-1.data/scripts/a/${index}`, many],
  [
    'the same files in two places',
    (index) => `${index & 1 ? 'x-1.data/purelib/' : ''}m${index >> 1}.py`,
    many,
  ],
  ['libraries with one checksum', (index) => `a/${index}.so`, many],
  ['leftovers', (index) => `a/${index}~`, many],
  ['folders of version control', (index) => `a${index}/.git/HEAD`, many],
  ['deep paths', (index) => `${index}/${deep}`, 50],
  ['empty parts', (index) => `${'/'.repeat(index % 1000)}x.egg-info/.data/`, 2000],
])('%s by the thousand end with a few findings', (_, nameOf, count) => {
  const members = Array.from({ length: count }, (_, index) =>
    member(nameOf(index), { compressedSize: 1, size: 2000, crc32: 7 }),
  );
  const run = new RuleRun(
    family.map((rule) => ({ rule, severity: 'info', options: {} })),
    undefined,
  );
  const names = namesOf(members);
  run.visitor?.visit({
    wheel,
    members,
    unpackedSize: unpackedSize(members),
    names,
    layout: new Layout(wheel, members, names),
    distInfoBytes: {},
    headers: {},
    endFaults: [],
    headerFaults: [],
    symbols: [],
    record: undefined,
    digests: undefined,
  });
  const findings = run.finish({ wheels: [], projects: [] });
  expect(findings.length).toBeGreaterThan(0);
  expect(findings.length).toBeLessThan(20);
  for (const { message } of findings) expect(message.length).toBeLessThan(1000);
});

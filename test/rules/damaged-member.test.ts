import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import rule from '../../rules/damaged-member.ts';
import { RuleRun } from '../../src/engine/run-rules.ts';
import { bufferSource } from '../../src/wheel/archive/byte-source.ts';
import { readWheel } from '../../src/wheel/read-wheel.ts';
import { testRule } from '../support/rule-tester.ts';
import { type RawMember, rawZip } from '../wheel/raw-zip.ts';
import { goodName, location, members } from '../wheel/reading.ts';

const text = "print('a text that is long enough')\\n";

function wheel(files: readonly string[], damaged: readonly string[]): string {
  const table = files.map((name) => `"${name}" = "${text}"`).join(', ');
  return `[[wheel]]\nfilename = "demo-1.0-py3-none-any.whl"\nfiles = { ${table} }\ndamaged = ${JSON.stringify(damaged)}\n`;
}

testRule(rule, {
  valid: [
    { name: 'sound members', wheelhouse: wheel(['a.py', 'b.py'], []) },
    {
      name: 'METADATA is another rule, whatever else is damaged',
      wheelhouse: wheel(['a.py'], ['a.py', 'demo-1.0.dist-info/METADATA']),
    },
  ],
  invalid: [
    {
      name: 'one member',
      wheelhouse: wheel(['a.py', 'b.py'], ['b.py']),
      findings: [{ message: 'damaged', severity: 'error', member: 'b.py', data: { files: 'b.py' } }],
    },
    {
      name: 'several members',
      wheelhouse: wheel(['a.py', 'b.py', 'c.py'], ['a.py', 'c.py']),
      findings: [{ message: 'damaged', member: 'a.py', data: { files: 'a.py and c.py' } }],
    },
  ],
  shownElsewhere: ['overlapping'],
});

/** What is said of an archive that no declaration makes. */
async function said(others: readonly RawMember[]): Promise<(readonly [string, string | null])[]> {
  const run = new RuleRun([{ rule, severity: 'error', options: {} }], undefined);
  const open = async () => bufferSource(rawZip(members(others)));
  const facts = await readWheel(location(goodName), open, run.visitor);
  const findings = run.finish({ wheels: [facts], projects: [] });
  return findings.map(({ message, member }) => [message, member] as const);
}

test('WHL664 damaged-member says which number is wrong', async () => {
  expect(await said([{ name: 'a.py', content: 'x', crc: 1 }])).toEqual([
    [
      "'a.py' is damaged ('its checksum is wrong'): uv refuses the wheel, and pip does wherever the checksum of what it unpacks differs; build, copy or download it again.",
      'a.py',
    ],
  ]);
});

test('WHL664 damaged-member says once that members overlap', async () => {
  const data = deflateRawSync(Buffer.alloc(1000));
  const all = Array.from({ length: 50 }, (_, index) => ({
    name: `${index}.py`,
    data,
    compressedSize: 50_000,
  }));
  expect(await said(all)).toEqual([
    [expect.stringMatching(/^The files of this archive overlap each other/), null],
  ]);
});

import { posix } from 'node:path';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { buildWheel } from '../../fixtures/build-wheel.ts';
import { declareWheel } from '../../fixtures/declaration.ts';
import { defineRule } from '../../src/engine/define-rule.ts';
import { RuleRun } from '../../src/engine/run-rules.ts';
import { bufferSource } from '../../src/wheel/archive/byte-source.ts';
import type { WheelPart } from '../../src/wheel/contents.ts';
import { readWheel } from '../../src/wheel/read-wheel.ts';

/** Reports every member whose name begins with `x`, and the size of METADATA. */
function looking(code: string, reads: readonly WheelPart[] = []) {
  return defineRule({
    code,
    name: `rule-${code}`,
    category: 'contents',
    severity: 'warning',
    needs: [],
    reads,
    docs: { summary: '', why: '', example: '', fix: '', references: [] },
    options: v.strictObject({}),
    messages: { seen: "'{member}' was seen beside '{size}' bytes." },
    checkContents({ wheel, members, distInfoBytes }, { report }) {
      const size = String(distInfoBytes.METADATA?.length);
      for (const { name } of members.filter((member) => member.name.startsWith('x')))
        report({ message: 'seen', wheel, member: name, data: { member: name, size } });
    },
  });
}

const settingsOf = (...rules: readonly ReturnType<typeof looking>[]) =>
  rules.map((rule) => ({ rule, severity: 'warning' as const, options: {} }));

async function read(run: RuleRun, display: string, declaration: { raw?: string } = {}) {
  const filename = posix.basename(display);
  const files = { 'x/one.py': '1', 'demo.py': '', 'x/two.py': '2' };
  const bytes = await buildWheel(declareWheel({ filename, files, ...declaration }));
  const open = async () => bufferSource(bytes);
  return readWheel({ path: `/${display}`, display, filename }, open, run.visitor);
}

test('a rule sees the members of a wheel while it is open', async () => {
  const run = new RuleRun(settingsOf(looking('WHL901')), undefined);
  const wheel = await read(run, 'demo-1.0-py3-none-any.whl');
  const findings = run.finish({ wheels: [wheel], projects: [] });
  expect(findings.map(({ member }) => member)).toEqual(['x/one.py', 'x/two.py']);
  expect(findings[0]?.message).toMatch(/'x\/one.py' was seen beside '\d{2,}' bytes/);
});

test('what is not an archive is not looked into', async () => {
  const run = new RuleRun(settingsOf(looking('WHL901')), undefined);
  const wheel = await read(run, 'demo-1.0-py3-none-any.whl', { raw: 'x' });
  expect(run.finish({ wheels: [wheel], projects: [] })).toEqual([]);
});

test('the parts that any rule asks for are read, and nothing is opened for rules that ask for none', () => {
  const run = new RuleRun(
    settingsOf(looking('WHL901', ['symbols']), looking('WHL902', ['digests', 'symbols'])),
    undefined,
  );
  expect([...(run.visitor?.parts ?? [])].sort()).toEqual(['digests', 'symbols']);
  expect(new RuleRun([], undefined).visitor).toBeUndefined();
});

test('a rule is asked only of wheels where one of its occasions arises', async () => {
  const asked: string[] = [];
  const rule = defineRule({
    code: 'WHL901',
    name: 'rule-WHL901',
    category: 'contents',
    severity: 'warning',
    needs: [],
    when: ['data-folders', 'bytecode'],
    docs: { summary: '', why: '', example: '', fix: '', references: [] },
    options: v.strictObject({}),
    messages: {},
    checkContents: ({ wheel }) => void asked.push(wheel.location.filename),
  });
  const run = new RuleRun([{ rule, severity: 'warning', options: {} }], undefined);
  for (const [version, member] of [
    ['1.0', 'demo/a.py'],
    ['2.0', 'demo/a.pyc'],
    ['3.0', 'demo-3.0.data/scripts/demo'],
  ] as const) {
    const filename = `demo-${version}-py3-none-any.whl`;
    const bytes = await buildWheel(declareWheel({ filename, files: { [member]: '1' } }));
    const open = async () => bufferSource(bytes);
    await readWheel({ path: `/${filename}`, display: filename, filename }, open, run.visitor);
  }
  expect(asked).toEqual(['demo-2.0-py3-none-any.whl', 'demo-3.0-py3-none-any.whl']);
});

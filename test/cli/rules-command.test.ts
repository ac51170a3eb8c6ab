import * as v from 'valibot';
import { expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { wheelhouseLint } from '../support/command-line.ts';

const cwd = import.meta.dirname;

test('rules lists every rule by code, one line each', async () => {
  const { status, stdout, stderr } = await wheelhouseLint(['rules'], { cwd });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const lines = stdout.split('\n').filter((line) => line.startsWith('WHL'));
  expect(lines.map((line) => line.split(/\s+/)[1])).toEqual(rules.map(({ name }) => name));
  expect(stdout).toContain("'wheelhouse-lint rules <name>' explains one.");
});

test('the names in the list are links where these are wanted', async () => {
  const { stdout } = await wheelhouseLint(['rules'], { cwd, env: { FORCE_HYPERLINK: '1' } });
  expect(stdout).toMatch(
    /^WHL101 {2}\x1b\]8;;https:\S+\/same-filename\.md\x1b\\same-filename\x1b\]8;;\x1b\\ +warning /m,
  );
  const plain = await wheelhouseLint(['rules'], { cwd });
  expect(stdout.replace(/\x1b\]8;;.*?\x1b\\/g, '')).toBe(plain.stdout);
});

test('a rule is explained by name, by code and by code in lower case', async () => {
  const byName = await wheelhouseLint(['rules', 'same-filename'], { cwd });
  expect(byName.status).toBe(0);
  expect(byName.stdout).toMatch(/^same-filename \(WHL101\), warning by default\n/);
  const headings = ['Why', 'Example', 'What it says', 'How to fix it', 'When it is quiet', 'References'];
  for (const heading of [...headings, 'Configuration'])
    expect(byName.stdout).toMatch(new RegExp(`^${heading}$`, 'm'));
  expect(await wheelhouseLint(['rules', 'WHL101'], { cwd })).toEqual(byName);
  expect(await wheelhouseLint(['rules', 'whl101'], { cwd })).toEqual(byName);
});

test('a rule that is off by default is told to be', async () => {
  const { stdout } = await wheelhouseLint(['rules'], { cwd });
  expect(stdout).toMatch(/^WHL105 {2}newer-elsewhere +off +\S/m);
  const page = await wheelhouseLint(['rules', 'WHL105'], { cwd });
  expect(page.stdout).toMatch(/^newer-elsewhere \(WHL105\), info, off by default\n/);
});

test('options are explained with their defaults', async () => {
  const { stdout } = await wheelhouseLint(['rules', 'nvidia-requirement'], { cwd });
  expect(stdout).toMatch(/behind-extra \(default "info"\)\n\s+The most that/);
});

test('the start of a code explains all of them', async () => {
  const { stdout } = await wheelhouseLint(['rules', 'WHL1'], { cwd });
  expect(stdout).toContain('same-filename (WHL101)');
  expect(stdout).toContain('same-priority (WHL102)');
  expect(stdout).not.toContain('(WHL301)');
});

test('a page has its width and no styles in a pipe, and styles where they are wanted', async () => {
  for (const start of new Set(rules.map(({ code }) => code.slice(0, 4)))) {
    const { stdout } = await wheelhouseLint(['rules', start], { cwd });
    expect(stdout).not.toContain('\x1b');
    for (const line of stdout.split('\n')) {
      // Code is not broken, nor is a word.
      if (line.length > 100) expect(line).toMatch(/^ {4}\S|^(?:- )?\S+$/);
    }
  }
  const { stdout } = await wheelhouseLint(['rules', 'same-filename', '--color'], { cwd });
  expect(stdout.replace(/\x1b\[\d+m/g, '')).toContain('How to fix it\n\nGive your build a name of its own.');
  expect(stdout).toContain('\x1b[36m1.17.0+mysite\x1b[39m');
}, 60_000);

const schema = v.array(
  v.strictObject({
    code: v.string(),
    name: v.string(),
    category: v.string(),
    severity: v.picklist(['info', 'warning', 'error']),
    offByDefault: v.boolean(),
    needs: v.array(v.picklist(['index', 'lock', 'upstream-metadata', 'deep'])),
    docs: v.looseObject({ summary: v.string() }),
    messages: v.record(v.string(), v.string()),
    fixes: v.array(v.strictObject({ kind: v.string(), safe: v.boolean(), command: v.string() })),
    options: v.array(v.strictObject({ name: v.string(), default: v.unknown(), description: v.string() })),
    url: v.pipe(v.string(), v.url()),
  }),
);

test('rules --json has all that is known of each rule', async () => {
  const { status, stdout } = await wheelhouseLint(['rules', '--json'], { cwd });
  expect(status).toBe(0);
  expect(v.parse(schema, JSON.parse(stdout)).map(({ code }) => code)).toEqual(rules.map(({ code }) => code));
});

test('rules WHL501 --json has that rule alone', async () => {
  const { stdout } = await wheelhouseLint(['rules', 'WHL501', '--json'], { cwd });
  const [rule, ...others] = v.parse(schema, JSON.parse(stdout));
  expect(others).toEqual([]);
  expect(rule?.options.map(({ name }) => name)).toEqual(['allow', 'deny', 'behind-extra']);
});

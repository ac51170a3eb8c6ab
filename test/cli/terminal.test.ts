import { execFileSync } from 'node:child_process';
import { beforeAll, describe, expect, test } from 'vitest';
import { runProgram, sourceMain } from '../support/command-line.ts';
import { tempWheelhouse } from '../support/temp-wheelhouse.ts';

function hasScript(): boolean {
  try {
    // The one of util-linux; that of BSD takes other options.
    return execFileSync('script', ['--version'], { encoding: 'utf8' }).includes('util-linux');
  } catch {
    return false;
  }
}

const isThere = hasScript();
let cwd = '';

beforeAll(async () => {
  cwd = await tempWheelhouse(`
[[wheel]]
filename = "twice-1.0+mysite.mysite-py3-none-any.whl"
`);
});

/** Runs the program in a terminal of so many columns. */
async function inTerminal(columns: number, args: string, env: Readonly<Record<string, string>> = {}) {
  const command = `stty cols ${columns} && "${process.execPath}" "${sourceMain}" ${args}`;
  const { stdout } = await runProgram('script', ['-qec', command, '/dev/null'], {
    cwd,
    env: { TERM: 'xterm-256color', SHELL: '/bin/sh', ...env },
  });
  return stdout.replaceAll('\r', '');
}

const lint = '--no-config --offline wheels';
const withoutStyles = (text: string): string => text.replace(/\x1b\[\d+m/g, '');

describe.skipIf(!isThere)(
  `in a real terminal${isThere ? '' : ' (skipped: no script of util-linux)'}`,
  { timeout: 60_000 },
  () => {
    test('lines are as wide as it is', async () => {
      expect(
        withoutStyles(await inTerminal(70, lint)),
      ).toContain(`  warning  The local version label 'mysite.mysite' has the segment
           'mysite' twice  unexpected-local-label (WHL303) [*]
`);
      expect(withoutStyles(await inTerminal(200, lint))).toContain(
        "has the segment 'mysite' twice  unexpected-local-label (WHL303) [*]\n",
      );
    });

    test('links are written where the terminal is known to show them', async () => {
      const link = /\x1b\]8;;https:\S+\/unexpected-local-label\.md\x1b\\/;
      expect(await inTerminal(100, lint, { VTE_VERSION: '7600' })).toMatch(link);
      expect(await inTerminal(100, lint)).not.toContain('\x1b]8');
      expect(await inTerminal(100, `--color=never ${lint}`, { VTE_VERSION: '7600' })).not.toContain('\x1b');
    });

    test('a rule’s page has its width and styles', async () => {
      const page = await inTerminal(50, 'rules same-filename');
      expect(page).toContain('\x1b[1mWhy\x1b[22m');
      const prose = withoutStyles(page)
        .split('\n')
        .filter((line) => !line.startsWith('    '));
      for (const line of prose)
        if (line.includes(' ') && !/https?:/.test(line)) expect(line.length).toBeLessThanOrEqual(50);
    });
  },
);

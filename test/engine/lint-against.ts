import { afterEach } from 'vitest';
import { rules } from '../../rules/index.ts';
import { resolveRules } from '../../src/config/resolve-rules.ts';
import type { LintResult } from '../../src/engine/finding.ts';
import { type LintOptions, lint } from '../../src/engine/lint.ts';
import { openIndex } from '../../src/index/open-index.ts';
import { type StandInProject, startStandIn } from '../support/stand-in-index.ts';

const closing: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const sources = { preset: 'recommended', configured: {}, overrides: [], select: [], ignore: [] } as const;

/** Lints a folder beside a stand-in index; `asked` are the paths of its requests, sorted. */
export async function lintAgainst(
  folder: string,
  projects: Readonly<Record<string, StandInProject>>,
  change: Partial<LintOptions> = {},
): Promise<{ readonly result: LintResult; readonly asked: readonly string[] }> {
  const server = await startStandIn(projects);
  const options = { concurrency: 2, timeout: 2000, userAgent: 'test', tries: 1 };
  const index = openIndex(server.url, options);
  closing.push(() => index.close(), server.close);
  const result = await lint({
    ...{ paths: ['.'], workingDirectory: folder, rules: resolveRules(rules, sources), indexes: [index] },
    today: '2026-06-15',
    ...change,
  });
  return { result, asked: server.requests.map(({ path }) => path).sort() };
}

/** The name of a plain wheel of the project `demo`. */
export const tagged = (version: string): string => `demo-${version}-py3-none-any.whl`;

import { describe, expect, test } from 'vitest';
import rule from '../../rules/broken-archive.ts';
import { RuleRun } from '../../src/engine/run-rules.ts';
import { bufferSource } from '../../src/wheel/archive/byte-source.ts';
import type { ArchiveProblemKind } from '../../src/wheel/archive/problem.ts';
import { readWheel } from '../../src/wheel/read-wheel.ts';

const location = {
  path: '/demo-1.0-py3-none-any.whl',
  display: 'demo-1.0-py3-none-any.whl',
  filename: 'demo-1.0-py3-none-any.whl',
};

/** The texts that the rule gives for a problem; how real files come to have it is tested beside the reader. */
async function messagesFor(kind: ArchiveProblemKind): Promise<string[]> {
  const facts = await readWheel(location, async () => bufferSource(Buffer.alloc(0)));
  const wheel = { ...facts, problems: [{ kind, member: 'demo/a.py', detail: 'it is so' }] };
  const findings = new RuleRun([{ rule, severity: 'error', options: {} }], undefined).finish({
    wheels: [wheel],
    projects: [],
  });
  return findings.map(({ message }) => message);
}

describe('WHL601 broken-archive', () => {
  test.each(Object.keys(rule.messages))('has a sentence for %s', async (kind) => {
    const known = Object.keys(rule.messages).filter((id): id is ArchiveProblemKind => id === kind);
    for (const id of known) {
      const [message] = await messagesFor(id);
      expect(message).toMatch(/^(?:The|Something) .+\.$/);
      expect(message).not.toMatch(/[{}]/);
    }
  });

  test('an empty file is reported as it is', async () => {
    const facts = await readWheel(location, async () => bufferSource(Buffer.alloc(0)));
    const findings = new RuleRun([{ rule, severity: 'error', options: {} }], undefined).finish({
      wheels: [facts],
      projects: [],
    });
    expect(findings).toMatchObject([
      { code: 'WHL601', severity: 'error', message: 'The file is empty: no installer can read it.' },
    ]);
  });
});

import { expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import type { Finding } from '../../src/engine/finding.ts';
import { fixCommands } from '../../src/engine/fix-commands.ts';

const base = {
  severity: 'error',
  wheel: 'a.whl',
  project: 'a',
  member: null,
  line: null,
  message: '',
  data: {},
  related: [],
  fingerprint: '',
} as const;

function found(code: string, rule: string, messageId: string, fixable = true): Finding {
  return { ...base, code, rule, messageId, fixable };
}

test('findings are counted by the command that mends them, the most frequent first', () => {
  const findings = [
    found('WHL401', 'native-in-any', 'library'),
    found('WHL302', 'missing-local-label', 'missing'),
    found('WHL304', 'metadata-mismatch', 'renamedOnly'),
    found('WHL402', 'wheel-tag-mismatch', 'tags'),
    found('WHL304', 'metadata-mismatch', 'name'),
    found('WHL302', 'missing-local-label', 'missing', false),
  ];
  expect(fixCommands(findings, rules)).toEqual([
    { command: 'wheelhouse-lint fix --local-label <label>', isSafe: false, findings: 2 },
    { command: 'wheelhouse-lint fix', isSafe: true, findings: 1 },
    { command: 'wheelhouse-lint fix --retag auto', isSafe: false, findings: 1 },
  ]);
});

test('without a finding there is no command', () => {
  expect(fixCommands([], rules)).toEqual([]);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applySuppressions, pruned, type Suppressions, withAccepted } from '../../src/engine/suppressions.ts';
import { finding, missingLocalLabel, sameFilename } from '../report/samples.ts';

const whole = { partial: false, complete: ['same-filename', 'missing-local-label'] };

const about = (
  project: string | null,
  rule = sameFilename,
  wheel = `wheels/${project}-1.0-py3-none-any.whl`,
) => finding(rule, { wheel, project, messageId: '', data: {} });

const baseline = (counts: Readonly<Record<string, Readonly<Record<string, number>>>>): Suppressions =>
  new Map(Object.entries(counts).map(([project, rules]) => [project, new Map(Object.entries(rules))]));

const plain = (suppressions: Suppressions): unknown =>
  Object.fromEntries(Array.from(suppressions, ([project, rules]) => [project, Object.fromEntries(rules)]));

describe('what the baseline accepts', () => {
  test('is taken out by project and rule', () => {
    const findings = [about('six'), about('six', missingLocalLabel), about('torch')];
    const { kept, suppressed, notices } = applySuppressions(
      findings,
      baseline({ six: { 'same-filename': 1 } }),
      whole,
    );
    expect(suppressed).toEqual([findings[0]]);
    expect(kept).toEqual([findings[1], findings[2]]);
    expect(notices).toEqual([]);
  });

  test('counts files without a project by their names, wherever they lie', () => {
    const findings = [about(null, sameFilename, 'a/odd.whl'), about(null, sameFilename, 'b/odd.whl')];
    const { kept } = applySuppressions(findings, baseline({ 'odd.whl': { 'same-filename': 2 } }), whole);
    expect(kept).toEqual([]);
  });

  test('does not tell new findings from old ones: with one too many, all are kept', () => {
    const findings = [about('six'), about('six'), about('six')];
    const { kept, notices } = applySuppressions(findings, baseline({ six: { 'same-filename': 2 } }), whole);
    expect(kept).toEqual(findings);
    expect(notices).toEqual([
      { kind: 'exceeded', project: 'six', rule: 'same-filename', accepted: 2, found: 3 },
    ]);
  });

  test('is stale where less is found', () => {
    const known = baseline({ six: { 'same-filename': 2 }, gone: { 'same-filename': 1 } });
    const { suppressed, notices } = applySuppressions([about('six')], known, whole);
    expect(suppressed).toHaveLength(1);
    expect(notices).toEqual([
      { kind: 'stale', project: 'six', rule: 'same-filename', accepted: 2, found: 1 },
      { kind: 'stale', project: 'gone', rule: 'same-filename', accepted: 1, found: 0 },
    ]);
    expect(plain(pruned(known, notices))).toEqual({ six: { 'same-filename': 1 } });
  });

  test.each([
    ['single files were linted', { ...whole, partial: true }],
    ['the rule did not see everything', { partial: false, complete: ['missing-local-label'] }],
  ])('is not called stale where %s', (_name, scope) => {
    expect(applySuppressions([], baseline({ six: { 'same-filename': 2 } }), scope).notices).toEqual([]);
  });
});

test('accepting more lowers nothing and forgets nothing', () => {
  const known = baseline({ six: { 'same-filename': 5 }, torch: { 'missing-local-label': 1 } });
  const findings = [about('six'), about('six', missingLocalLabel), about('numpy')];
  expect(plain(withAccepted(known, findings))).toEqual({
    six: { 'same-filename': 5, 'missing-local-label': 1 },
    torch: { 'missing-local-label': 1 },
    numpy: { 'same-filename': 1 },
  });
});

test('whatever was accepted is suppressed, and pruning after it changes nothing', () => {
  const findings = fc.array(
    fc.record({
      project: fc.constantFrom('a', 'b', '__proto__', 'constructor'),
      rule: fc.constantFrom(sameFilename, missingLocalLabel),
    }),
  );
  fc.assert(
    fc.property(findings, (drawn) => {
      const all = drawn.map(({ project, rule }) => about(project, rule));
      const accepted = withAccepted(new Map(), all);
      const { kept, suppressed, notices } = applySuppressions(all, accepted, whole);
      expect({ kept, suppressed, notices }).toEqual({ kept: [], suppressed: all, notices: [] });
      expect(pruned(accepted, notices)).toEqual(accepted);
    }),
  );
});

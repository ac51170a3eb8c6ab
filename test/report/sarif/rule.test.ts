import { describe, expect, test } from 'vitest';
import { clip, plainText } from '../../../src/report/sarif/plain-text.ts';
import { sarifRule } from '../../../src/report/sarif/rule.ts';
import { rules, sameFilename, unsortedTags } from '../samples.ts';

test('a rule', () => {
  expect(sarifRule(sameFilename, 'https://github.com/o/r')).toMatchObject({
    id: 'WHL101',
    name: 'SameFilename',
    shortDescription: { text: 'Flags what same-filename is about.' },
    helpUri: 'https://github.com/o/r/blob/main/docs/rules/same-filename.md',
    defaultConfiguration: { level: 'warning' },
    messageStrings: { unknown: { text: "'{0}' is also on '{1}', which gives no hash to compare with." } },
    properties: { tags: ['python', 'wheel', 'conflicts'], precision: 'high', 'problem.severity': 'warning' },
  });
  expect(sarifRule(unsortedTags, '')).toMatchObject({
    defaultConfiguration: { level: 'note' },
    properties: { precision: 'very-high', 'problem.severity': 'recommendation' },
  });
});

test('descriptions keep to the limits of GitHub', () => {
  for (const rule of rules) {
    const long = { ...rule, docs: { ...rule.docs, why: 'word '.repeat(500) } };
    const { fullDescription, name, properties } = sarifRule(long, 'https://example.com');
    expect(fullDescription?.text.length).toBeLessThanOrEqual(1024);
    expect(fullDescription?.text).toMatch(/ word…$/);
    expect(name).toMatch(/^(?:[A-Z][a-z0-9]+)+$/);
    expect(properties?.tags?.length).toBeLessThanOrEqual(10);
  }
});

describe('help', () => {
  const docs = {
    ...sameFilename.docs,
    quiet: 'When the hashes are equal.',
    references: ['https://a.example/x', 'PEP 766'],
  };

  test('as Markdown', () => {
    expect(sarifRule({ ...sameFilename, docs }, '').help?.markdown).toBe(`Flags what same-filename is about.

## Why

An installer takes **another file** than you think. See [PEP 427](https://peps.python.org/pep-0427/).

## Example

\`\`\`
six-1.17.0-py3-none-any.whl
\`\`\`

## What to do

Rename the wheel or run \`wheelhouse-lint fix\`.

## When it stays quiet

When the hashes are equal.

## References

- <https://a.example/x>
- PEP 766`);
  });

  test('as text', () => {
    expect(sarifRule({ ...sameFilename, docs }, '').help?.text).toBe(`Flags what same-filename is about.

Why:
An installer takes another file than you think. See PEP 427 (https://peps.python.org/pep-0427/).

Example:
    six-1.17.0-py3-none-any.whl

What to do:
Rename the wheel or run wheelhouse-lint fix.

When it stays quiet:
When the hashes are equal.

References:
- https://a.example/x
- PEP 766`);
  });
});

test('code is not touched, prose is', () => {
  expect(plainText('A **b** `c_d`:\n\n```toml\n[[index]] # `x`\n\n[a](b)\n```\nEnd.')).toBe(
    'A b c_d:\n\n    [[index]] # `x`\n\n    [a](b)\nEnd.',
  );
});

test.each([
  ['short', 5, 'short'],
  ['one two three', 9, 'one two…'],
  ['one two three', 8, 'one two…'],
  ['unbreakable', 6, 'unbre…'],
])('clip(%j, %i)', (text, length, clipped) => {
  expect(clip(text, length)).toBe(clipped);
});

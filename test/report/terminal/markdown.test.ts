import { describe, expect, test } from 'vitest';
import { painter } from '../../../src/report/stylish/paint.ts';
import { terminalMarkdown } from '../../../src/report/terminal/markdown.ts';

const plain = (markdown: string, width = 40): string =>
  terminalMarkdown(markdown, { paint: painter(false), color: false, width });

test('paragraphs are wrapped, and keep a blank line between them', () => {
  expect(plain('One two three four\nfive six seven eight nine ten.\n\n\nEnd.', 20)).toBe(
    'One two three four\nfive six seven eight\nnine ten.\n\nEnd.\n',
  );
});

test('lists', () => {
  expect(plain('Two things:\n\n- one that is long enough to be wrapped\n- `b`\n* c', 24)).toBe(
    'Two things:\n\n- one that is long\n  enough to be wrapped\n- `b`\n- c\n',
  );
});

test('code stands as it is', () => {
  expect(
    plain(
      'See:\n\n```toml\na = "a very long line that is never wrapped at all"\n\n  b = [1](2)\n```\n\nEnd.',
    ),
  ).toBe('See:\n\n    a = "a very long line that is never wrapped at all"\n\n      b = [1](2)\n\nEnd.\n');
});

test.each([
  ['**strong** and *soft*', 'strong and soft\n'],
  ['a [page](native-in-any.md)', 'a page\n'],
  ['[PEP 427](https://peps.python.org/pep-0427/).', 'PEP 427 (https://peps.python.org/pep-0427/).\n'],
  ['<https://a.example>', 'https://a.example\n'],
  ['`a * b` and `c*`, 2 * 3', '`a * b` and `c*`, 2 * 3\n'],
  ["'{index}' of a_b_c", "'{index}' of a_b_c\n"],
])('%s', (markdown, text) => {
  expect(plain(markdown, 80)).toBe(text);
});

describe('with colours', () => {
  const painted = terminalMarkdown('Use `a b` or **c**: `x`, y.', {
    paint: painter(true),
    color: true,
    width: 12,
  });

  test('code has no backticks', () => {
    expect(painted).toContain('\x1b[36ma\x1b[39m \x1b[36mb\x1b[39m');
  });

  test('styles take no columns', () => {
    expect(painted.replace(/\x1b\[\d+m/g, '')).toBe('Use a b or\nc: x, y.\n');
  });
});

import { expect, test } from 'vitest';
import { isWebUrl, markdown } from '../../../src/report/html/markdown.ts';

const shown = (text: string): string =>
  markdown(text, (link) => URL.parse(link, 'https://docs.example/')?.href).text;

test.each([
  ['One line\nand another.', '<p>One line and another.</p>'],
  ['One.\n\nTwo.', '<p>One.</p><p>Two.</p>'],
  [
    '`a < b` and **bold `c`** and *soft*',
    '<p><code>a &lt; b</code> and <strong>bold `c`</strong> and <em>soft</em></p>',
  ],
  ['2 * 3 * 4', '<p>2 * 3 * 4</p>'],
  [
    '[the **rule**](a.md)',
    '<p><a href="https://docs.example/a.md" rel="noreferrer">the <strong>rule</strong></a></p>',
  ],
  ['[click](javascript:alert(1))', '<p>click)</p>'],
  ['- one\n- two `x`', '<ul><li>one</li><li>two <code>x</code></li></ul>'],
  [
    'Before\n\n```sh\na <b>\n  c\n```\n\nAfter',
    '<p>Before</p><pre><code>a &lt;b&gt;\n  c</code></pre><p>After</p>',
  ],
  ['<script>alert(1)</script>', '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>'],
])('%j', (text, expected) => {
  expect(shown(text)).toBe(expected);
});

test('only web pages are linked', () => {
  expect(['https://a.example/', 'HTTP://a.example'].every(isWebUrl)).toBe(true);
  const others = [
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'https://[',
    '//a.example',
    'a',
  ];
  expect(others.filter(isWebUrl)).toEqual([]);
});

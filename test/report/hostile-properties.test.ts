import { posix } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { concise } from '../../src/report/concise.ts';
import { escapeTerminal } from '../../src/report/escape.ts';
import { github } from '../../src/report/github.ts';
import { xmlText } from '../../src/report/junit/xml.ts';
import { code, markdownText } from '../../src/report/markdown/escape.ts';
import { context, finding, nativeInAny, result } from './samples.ts';
import { isAnnotation, readCommand } from './support/workflow-command.ts';

const fragment = fc.constantFrom(
  ...[
    '::',
    '%',
    '%0A',
    '%25',
    '\n',
    '\r',
    ',',
    ':',
    '=',
    '##[',
    'error',
    '|',
    '`',
    '<',
    '>',
    '&',
    ']]>',
    '"',
    "'",
  ],
  ...[
    '\x1b[0m',
    '\u202e',
    '\ud800',
    '\ufffe',
    '\\',
    '[',
    ']',
    '(',
    ')',
    '*',
    '_',
    '~',
    '#',
    '@',
    'www.',
    'http://',
  ],
);
const text = fc
  .array(fc.oneof(fragment, fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 12 })
  .map((parts) => parts.join(''));

test('a workflow command is read as what it says, whatever that is', async () => {
  await fc.assert(
    fc.asyncProperty(text, async (name) => {
      const given = finding(nativeInAny, {
        wheel: `w/${name}.whl`,
        messageId: 'sharedLibrary',
        data: { member: name, format: 'ELF', platform: 'x' },
      });
      const lines = (await github(result([given]), context())).trimEnd().split('\n');
      expect(lines).toHaveLength(2);
      expect(lines.filter(isAnnotation)).toHaveLength(1);
      const { properties, message } = readCommand(lines[0] ?? '');
      const { title, line, file = '', ...others } = properties;
      expect(others).toEqual({});
      expect(title).toBe('native-in-any (WHL401)');
      if (line !== undefined) expect(file).toBe(escapeTerminal(posix.normalize(given.wheel)));
      expect(message.endsWith(escapeTerminal(given.message))).toBe(true);
    }),
  );
});

test('a line of concise is one line', async () => {
  await fc.assert(
    fc.asyncProperty(text, async (name) => {
      const data = { member: name, format: name, platform: name };
      const given = finding(nativeInAny, { wheel: name, messageId: 'sharedLibrary', data, member: name });
      const report = await concise(result([given]), context());
      expect(report.trimEnd().split('\n')).toHaveLength(2);
      expect(report.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
    }),
  );
});

/** As an XML or HTML reader decodes it. */
function decoded(escaped: string): string {
  const names: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  return escaped.replace(/&(?:#(\d+)|(\w+));/g, (_, number?: string, name = '') =>
    number === undefined ? (names[name] ?? '') : String.fromCodePoint(Number(number)),
  );
}

test('XML text has nothing that XML obeys or cannot hold, and is read as the escaped text', () => {
  fc.assert(
    fc.property(text, (given) => {
      const escaped = xmlText(given);
      expect(escaped).not.toMatch(/[<>"']|&(?!(?:amp|lt|gt|quot|apos);)|[\ufffe\uffff]/);
      expect(decoded(escaped).replace(/\\uff(?:fe|ff)/g, '')).toBe(
        escapeTerminal(given).replace(/[\ufffe\uffff]|\\uff(?:fe|ff)/g, ''),
      );
    }),
  );
});

test('Markdown text has nothing that Markdown obeys, and is read as the escaped text', () => {
  fc.assert(
    fc.property(text, (given) => {
      const escaped = markdownText(given);
      expect(escaped.replace(/&#\d+;/g, '')).not.toMatch(/[|`<>&\\[\]*_~#!@:$^{}\n]|www\./i);
      expect(decoded(escaped)).toBe(escapeTerminal(given));
      if (given !== '') expect(code(given)).toBe(`<code>${escaped}</code>`);
    }),
  );
});

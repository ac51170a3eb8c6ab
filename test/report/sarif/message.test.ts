import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { messageString, plainMessage, resultMessage } from '../../../src/report/sarif/message.ts';
import { sarifRule } from '../../../src/report/sarif/rule.ts';
import { finding, nativeInAny, sixConflict } from '../samples.ts';

/** What a reader makes of a message string with its arguments: SARIF 2.1.0 §3.11.5. */
function expand(text: string, values: readonly string[] = []): string {
  return text.replace(/\{\{|\}\}|\{(\d+)\}/g, (match, index?: string) =>
    index === undefined ? match.charAt(0) : (values[Number(index)] ?? match),
  );
}

/** An embedded link as §3.11.6 has it, and as viewers with a simple pattern see it. */
const strictLink = /(?<!\\)(?:\\\\)*\[(?:[^[\]\\]|\\[[\]\\])*\]\(/;
const simpleLink = /\]\(/;

test.each([
  ["The '{b}' of '{a}' and '{b}'.", "The '{0}' of '{1}' and '{0}'."],
  ["A literal {} and { and '{x}'.", "A literal {{}} and {{ and '{0}'."],
  ['Nothing.', 'Nothing.'],
])('%j becomes %j', (template, numbered) => {
  expect(messageString(template)).toBe(numbered);
});

const native = (text: string) =>
  finding(nativeInAny, {
    wheel: 'a.whl',
    messageId: 'sharedLibrary',
    data: { member: text, format: 'ELF', platform: text },
  });

describe('resultMessage', () => {
  test('has id, arguments and text', () => {
    expect(resultMessage(native('jax[cuda12]\\{x}'), nativeInAny)).toEqual({
      id: 'sharedLibrary',
      arguments: ['jax[cuda12]\\{x}', 'ELF', 'jax[cuda12]\\{x}'],
      text: "'jax[cuda12]\\{x}' is a native 'ELF' library for 'jax[cuda12]\\{x}', so 'any' is not true.",
    });
  });

  test('a message that is always the same begins with the wheel', () => {
    const empty = { ...nativeInAny, messages: { empty: 'The file is empty.' } };
    const given = finding(empty, { wheel: 'a/b.whl', messageId: 'empty', data: {} });
    const said = { id: 'empty', arguments: ['b.whl'], text: "'b.whl': The file is empty." };
    expect(resultMessage(given, empty)).toEqual(said);
    expect(sarifRule(empty, '').messageStrings).toEqual({ empty: { text: "'{0}': The file is empty." } });
  });

  test('makes no link of what a wheel holds', () => {
    const { text, arguments: values } = resultMessage(native('[x](http://evil.example)'), nativeInAny);
    expect(values?.[0]).toBe('\\[x\\]\\(http://evil.example)');
    expect(text).toContain("'\\[x\\]\\(http://evil.example)' is");
  });

  test('text, and id with arguments, are read as the same text without a link', () => {
    const piece = fc.constantFrom('[', ']', '(', ')', '\\', '{', '}', '0', '1', 'a', "'", '{0}', '](', '$&');
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const given = native(pieces.join(''));
        const { text = '', arguments: values } = resultMessage(given, nativeInAny);
        const template = messageString(nativeInAny.messages.sharedLibrary ?? '');
        expect(expand(text, values)).toBe(expand(template, values));
        expect(text).not.toMatch(simpleLink);
        expect(text).not.toMatch(strictLink);
        if (!given.message.includes('](')) expect(expand(text, values)).toBe(given.message);
      }),
    );
  });

  test.each([
    ['an unknown rule', undefined, sixConflict],
    ['an unknown message', nativeInAny, sixConflict],
    ['another text', nativeInAny, { ...native('a'), message: 'Something else [a](b).' }],
    ['missing data', nativeInAny, { ...native('a'), data: {} }],
  ])('%s: the message of the finding stands alone', (_name, rule, given) => {
    expect(resultMessage(given, rule)).toEqual({ text: plainMessage(given.message) });
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseJson } from '../../src/index/bounded-json.ts';
import { readPypiPage } from '../../src/index/pypi-page.ts';
import { Unanswered } from '../../src/index/unanswered.ts';
import { oneLine } from '../../src/one-line.ts';

const bytes = (text: string): Buffer => Buffer.from(text);

test('any JSON of a bearable depth is parsed as by JSON.parse', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 20 }), (text) => {
      expect(parseJson(bytes(text))).toEqual(JSON.parse(text));
    }),
  );
});

test('brackets in strings do not count as depth', () => {
  const text = JSON.stringify({ description: `\\"${'['.repeat(1000)}\\` });
  expect(parseJson(bytes(text))).toEqual(JSON.parse(text));
});

test('depth ends at 64', () => {
  expect(parseJson(bytes('['.repeat(64) + ']'.repeat(64)))).toHaveLength(1);
  expect(() => parseJson(bytes('['.repeat(65) + ']'.repeat(65)))).toThrow('answer is nested too deeply');
});

test('a byte order mark is no part of the answer', () => {
  expect(parseJson(bytes('\ufeff{}'))).toEqual({});
});

test('no JSON value makes the reader throw anything but its reason', () => {
  const file = fc.record(
    {
      filename: fc.jsonValue(),
      url: fc.jsonValue(),
      size: fc.jsonValue(),
      digests: fc.jsonValue(),
      yanked: fc.jsonValue(),
    },
    { requiredKeys: [] },
  );
  const answer = fc.record(
    {
      info: fc.jsonValue(),
      urls: fc.oneof(fc.jsonValue(), fc.array(file)),
      releases: fc.dictionary(fc.string(), fc.array(file)),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.oneof(answer, fc.jsonValue()), (value) => {
      try {
        readPypiPage(
          { body: bytes(JSON.stringify(value)), url: 'https://index.example/pypi/six/json' },
          'six',
        );
      } catch (error) {
        expect(error).toBeInstanceOf(Unanswered);
      }
    }),
  );
});

test('a reason is one printable line', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 1000 }), (text) => {
      const line = oneLine(text);
      expect(line).not.toMatch(/[\p{Cc}\u2028\u2029\u202e]/u);
      expect(line.length).toBeLessThanOrEqual(200);
    }),
  );
});

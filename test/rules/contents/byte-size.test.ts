import { parse, safeParse } from 'valibot';
import { expect, test } from 'vitest';
import { byteSize, sayBytes } from '../../../rules/contents/byte-size.ts';

const schema = byteSize('1 MiB', 'A size.');

test.each([
  [undefined, 1_048_576],
  [10, 10],
  ['10', 10],
  ['10 B', 10],
  ['1.5 kB', 1500],
  ['2 KB', 2000],
  ['2 KiB', 2048],
  ['100MB', 100_000_000],
  ['3 GiB', 3 * 1024 ** 3],
  ['1 TB', 1e12],
  ['none', Number.POSITIVE_INFINITY],
])('%s is a number of bytes', (written, bytes) => {
  expect(parse(schema, written)).toBe(bytes);
});

test.each([
  '',
  'MB',
  '1 mb',
  '-1',
  '1 kiB',
  '1e3',
  'None',
  true,
  -1,
  Number.NaN,
])('%s is no size', (written) => {
  expect(safeParse(schema, written).success).toBe(false);
});

test.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [1000, '1 kB'],
  [104_857_600, '104.9 MB'],
  [2e9, '2 GB'],
])('%d bytes are said', (bytes, text) => {
  expect(sayBytes(bytes)).toBe(text);
});

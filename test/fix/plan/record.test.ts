import { describe, expect, test } from 'vitest';
import { applyEdits, splitLines } from '../../../src/fix/plan/line-edits.ts';
import { editRecord, type FileDigest, type RecordNews } from '../../../src/fix/plan/record.ts';

const fresh: FileDigest = { algorithm: 'sha256', digest: 'NEW', size: 9 };

function edited(before: string, news: Partial<RecordNews>): string {
  const all: RecordNews = {
    own: 'd/RECORD',
    renames: new Map(),
    dropped: new Set(),
    digests: new Map(),
    isComplete: false,
    ...news,
  };
  return applyEdits(splitLines(before), editRecord(before, all));
}

describe('rows of what changed', () => {
  test.each<[string, string, Partial<RecordNews>, string]>([
    [
      'a digest',
      'a,sha256=x,1\nd/M,sha256=y,2\nd/RECORD,,\n',
      { digests: new Map([['d/M', fresh]]) },
      'a,sha256=x,1\nd/M,sha256=NEW,9\nd/RECORD,,\n',
    ],
    [
      'carriage returns',
      'd/M,sha256=y,2\r\nd/RECORD,,\r\n',
      { digests: new Map([['d/M', fresh]]) },
      'd/M,sha256=NEW,9\r\nd/RECORD,,\r\n',
    ],
    [
      'a new name keeps its digest',
      'd/L,md5=odd,\nd/RECORD,,\n',
      {
        renames: new Map([
          ['d/L', 'e/L'],
          ['d/RECORD', 'e/RECORD'],
        ]),
      },
      'e/L,md5=odd,\ne/RECORD,,\n',
    ],
    [
      'quotes',
      '"d/a,""b",sha256=x,1\nd/RECORD,,\n',
      { renames: new Map([['d/a,"b', 'e/a,"b']]) },
      '"e/a,""b",sha256=x,1\nd/RECORD,,\n',
    ],
    ['quotes that nobody needs stay', '"a",sha256=x,1\nd/RECORD,,\n', {}, '"a",sha256=x,1\nd/RECORD,,\n'],
    [
      'what is dropped',
      'd/RECORD.jws,,\nd/RECORD,,\n',
      { dropped: new Set(['d/RECORD.jws']) },
      'd/RECORD,,\n',
    ],
    [
      'a file that was not listed',
      'd/RECORD,,\n',
      { digests: new Map([['d/M', fresh]]) },
      'd/M,sha256=NEW,9\nd/RECORD,,\n',
    ],
    ['no row of its own', 'a,sha256=x,1', {}, 'a,sha256=x,1\nd/RECORD,,'],
    [
      'an odd order',
      'd/RECORD,,\na,sha256=x,1\n',
      { digests: new Map([['d/M', fresh]]) },
      'd/RECORD,,\na,sha256=x,1\nd/M,sha256=NEW,9\n',
    ],
    [
      'rows that nobody understands stay',
      'a\n"b\n\nc,1,2,3\nd/RECORD,,\n',
      {},
      'a\n"b\n\nc,1,2,3\nd/RECORD,,\n',
    ],
  ])('%s', (_name, before, news, after) => {
    expect(edited(before, news)).toBe(after);
    expect(
      edited(after, {
        ...news,
        renames: new Map(),
        own: after.includes('e/RECORD') ? 'e/RECORD' : 'd/RECORD',
      }),
    ).toBe(after);
  });
});

describe('the whole of it', () => {
  const digests = new Map<string, FileDigest>([
    ['a', { algorithm: 'sha256', digest: 'A', size: 1 }],
    ['b', { algorithm: 'sha512', digest: 'B', size: 2 }],
  ]);

  test.each([
    ['nothing to do', 'b,sha512=B,2\na,sha256=A,1\nd/RECORD,,\n', 'b,sha512=B,2\na,sha256=A,1\nd/RECORD,,\n'],
    ['wrong digests', 'a,sha256=x,1\nb,md5=B,2\nd/RECORD,,\n', 'a,sha256=A,1\nb,sha512=B,2\nd/RECORD,,\n'],
    ['padding', 'a,sha256=A=,1\nb,sha512=B,2\nd/RECORD,,\n', 'a,sha256=A,1\nb,sha512=B,2\nd/RECORD,,\n'],
    ['a missing size', 'a,sha256=A,\nb,sha512=B,2\nd/RECORD,,\n', 'a,sha256=A,1\nb,sha512=B,2\nd/RECORD,,\n'],
    [
      'files that are gone',
      'z,sha256=z,1\na,sha256=A,1\nb,sha512=B,2\nd/RECORD,,\n',
      'a,sha256=A,1\nb,sha512=B,2\nd/RECORD,,\n',
    ],
    ['files that are not listed', 'b,sha512=B,2\nd/RECORD,,\n', 'b,sha512=B,2\na,sha256=A,1\nd/RECORD,,\n'],
    [
      'a row twice',
      'a,sha256=A,1\na,sha256=old,7\nb,sha512=B,2\nd/RECORD,,\n',
      'a,sha256=A,1\nb,sha512=B,2\nd/RECORD,,\n',
    ],
    [
      'a digest of its own',
      'a,sha256=A,1\nb,sha512=B,2\nd/RECORD,sha256=x,3\n',
      'a,sha256=A,1\nb,sha512=B,2\nd/RECORD,,\n',
    ],
    [
      'rows that nobody understands',
      '"a\nonly\na,sha256=A,1\nb,sha512=B,2\nd/RECORD,,\n',
      'a,sha256=A,1\nb,sha512=B,2\nd/RECORD,,\n',
    ],
    ['nothing at all', '', 'a,sha256=A,1\nb,sha512=B,2\nd/RECORD,,\n'],
  ])('%s', (_name, before, after) => {
    expect(edited(before, { digests, isComplete: true })).toBe(after);
    expect(edited(after, { digests, isComplete: true })).toBe(after);
  });
});

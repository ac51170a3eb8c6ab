import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { reviewRecord } from '../../../src/wheel/record/review.ts';
import { member } from '../../support/member.ts';
import { askPython, noPython } from './oracle.ts';
import { counts, digest, own, review, row } from './reviewing.ts';

const ownRow = `${own},,\n`;
const three = ['a.py', 'demo/b.py', 'demo/c.py'];
const good = `${three.map((name) => row(name)).join('')}${ownRow}`;

describe('RECORD beside the directory of the archive', () => {
  it.each([
    ['line feeds', good],
    ['carriage returns before them', good.replaceAll('\n', '\r\n')],
    ['carriage returns only', good.replaceAll('\n', '\r')],
    ['no end of the last line', good.trimEnd()],
    ['another order', good.trimEnd().split('\n').reverse().join('\n')],
    ['quotes', good.replaceAll(/^[^,]+/gm, '"$&"')],
  ])('agrees with it: %s', (_, text) => {
    const { matched, faults } = review(text, three);
    expect({ matched, faults: [...faults] }).toEqual({ matched: 4, faults: [] });
  });

  it('passes over folders', () => {
    expect(counts(review(good, ['demo/', ...three, 'x/']))).toEqual({});
  });

  it('knows of two members with one name that one row is enough', () => {
    expect(counts(review(good, ['a.py', ...three]))).toEqual({});
  });

  it('reads names that are no ASCII', () => {
    expect(counts(review(row('größe.py') + row('b.py') + ownRow, ['größe.py', 'b.py']))).toEqual({});
  });

  it('says in which line a row is', () => {
    const { faults } = review(`${row('a.py')}\nx.py,,\r\n${row('y.py')}${ownRow}`, ['a.py']);
    expect(faults.get('blank-row')?.places).toMatchObject([{ line: 2 }]);
    expect(faults.get('missing')?.places).toMatchObject([
      { line: 3, path: 'x.py' },
      { line: 4, path: 'y.py' },
    ]);
    expect(review(good, three).lineOf(2)).toBe(3);
    expect(review(good.replaceAll('\n', '\r'), three).lineOf(3)).toBe(4);
  });

  it('gives the digest of a member as its row has it', () => {
    const text = `"a.py",sha256=${digest}=,0\n${row('demo/b.py')}./demo/c.py,md5=1B2M2Y8AsgTpgAmY7PhCfg,0\n${ownRow}`;
    const read = review(text, three);
    expect([0, 1, 2, 3, 4].map((position) => read.digestOf(position))).toEqual([
      { algorithm: 'sha256', digest },
      { algorithm: 'sha256', digest },
      { algorithm: 'md5', digest: '1B2M2Y8AsgTpgAmY7PhCfg' },
      undefined,
      undefined,
    ]);
  });

  it('keeps short copies of a few places', () => {
    const { faults } = review(`${`${'x'.repeat(5000)},,\n`.repeat(100)}${ownRow}`, []);
    const missing = faults.get('missing');
    expect(missing?.count).toBe(100);
    expect(missing?.places).toHaveLength(5);
    expect(missing?.places[0]?.path).toHaveLength(201);
  });
});

describe('a RECORD that was made to cost time', () => {
  const hostile: readonly (readonly [string, string])[] = [
    ['empty lines', '\n'.repeat(2e7)],
    ['rows without a comma', 'ab\n'.repeat(1e7)],
    ['rows that begin as a member', 'ax\n'.repeat(1e7)],
    ['files that are not there', 'x,,\n'.repeat(5e6)],
    ['the same row', row('a').repeat(5e5)],
    ['one row that is long, and many of the same file', `a,${'x'.repeat(1e6)},\n${'a,,\n'.repeat(2e5)}`],
    ['commas', ','.repeat(3e7)],
    ['quotes', '"'.repeat(3e7)],
  ];

  it.each(hostile)('is read to an end: %s', (_, text) => {
    expect(review(text, ['a']).faults.size).toBeGreaterThan(0);
  });

  test('a RECORD is read whatever stands in it', () => {
    const text = fc.array(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.constantFrom(
          'a',
          'a.py',
          ',',
          '\n',
          '\r\n',
          '\r',
          '"',
          'sha256=',
          digest,
          '0',
          '/',
          '../',
          ownRow,
        ),
      ),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(text, (parts) => {
        const { faults, matched } = review(parts.join(''), ['a', 'a.py', 'a/']);
        expect(matched).toBeLessThanOrEqual(3);
        for (const { count, places } of faults.values()) expect(count).toBeGreaterThanOrEqual(places.length);
      }),
      { numRuns: 3000 },
    );
  });
});

test.skipIf(noPython)(`finds what Python's csv and sets find ${noPython ?? ''}`, () => {
  const name = fc.constantFrom('a', 'b', 'demo/a', 'demo/b', 'x,y', 'x"y', '"z"', 'é', 'demo/.c', own);
  const size = fc.constantFrom(0, 1, 10, 4_294_967_295);
  const archive = fc.dictionary(name, size, { noNullPrototype: true });
  const rows = fc.uniqueArray(fc.tuple(name, size), { selector: ([path]) => path });
  const cases = fc.sample(fc.tuple(archive, rows, fc.boolean()), { numRuns: 3000, seed: 11 });
  const quoted = (path: string) => (/[",]/.test(path) ? `"${path.replaceAll('"', '""')}"` : path);
  const questions = cases.map(([members, listed, inOrder]) => {
    const order = Object.keys(members);
    const sorted = inOrder ? listed.toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b)) : listed;
    const text = sorted.map(([path, bytes]) =>
      path === own ? ownRow : `${quoted(path)},sha256=${digest},${bytes}\n`,
    );
    return [text.join(''), members] as const;
  });
  const { compare } = askPython({ compare: questions });
  questions.forEach(([text, members], index) => {
    const theirs = compare[index];
    const { faults } = reviewRecord(
      own,
      Buffer.from(text),
      Object.entries(members).map(([path, bytes]) => member(path, { size: bytes })),
    );
    const ours = counts({ ...review('', []), faults });
    if (text === '') expect(ours).toEqual({ empty: 1 });
    else {
      expect([text, members, ours.missing ?? 0]).toEqual([text, members, theirs?.missing.length]);
      expect([text, members, (ours.unlisted ?? 0) + (ours['unlisted-itself'] ?? 0)]).toEqual([
        text,
        members,
        theirs?.unlisted.length,
      ]);
      expect([text, members, ours['size-mismatch'] ?? 0]).toEqual([text, members, theirs?.resized.length]);
    }
  });
});

import { describe, expect, it } from 'vitest';
import { readRecord } from '../../src/wheel/dist-info/record.ts';

const own = 'demo-1.0.dist-info/RECORD';
const read = (text: string) => readRecord(own, text);
const reasons = (text: string) => read(text).malformed.map(({ line, reason }) => `${line}: ${reason}`);

describe('RECORD', () => {
  it.each([
    ['line feeds', `a.py,sha256=x,1\nb.py,,\n${own},,\n`],
    ['carriage returns before them', `a.py,sha256=x,1\r\nb.py,,\r\n${own},,\r\n`],
    ['no end of the last line', `a.py,sha256=x,1\nb.py,,\n${own},,`],
    ['empty lines', `\na.py,sha256=x,1\n\nb.py,,\n${own},,\n\n`],
    ['quotes', `"a,b.py",sha256=x,1\n"b""c.py","",""\n"${own}",,\n`],
  ])('counts the rows and finds itself: %s', (_, text) => {
    expect(read(text)).toEqual({ member: own, rows: 3, listsItself: true, malformed: [] });
  });

  it('does not take another member for itself', () => {
    expect(read(`a/${own},,\n${own}.jws,,\n`)).toMatchObject({ rows: 2, listsItself: false });
    expect(read('')).toEqual({ member: own, rows: 0, listsItself: false, malformed: [] });
  });

  it('says why a row cannot be read, and in which line it is', () => {
    expect(reasons('a.py\nb.py,\nc.py,,\nd.py,,,\n,sha256=x,1\n"e.py,,\nf.py,"x,1\n')).toEqual([
      '1: it has 1 field instead of 3',
      '2: it has 2 fields instead of 3',
      '4: it has 4 fields instead of 3',
      '5: the path is empty',
      '6: a quote does not end',
      '7: a quote does not end',
    ]);
  });

  it('keeps the first twenty of such rows and counts the good ones behind them', () => {
    const facts = read(`${'bad\n'.repeat(1000)}a.py,,\n`);
    expect(facts.malformed.map(({ line }) => line)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
    expect(facts.rows).toBe(1);
  });

  it('says the same of rows without a quote in the text', () => {
    expect(reasons('a.py\nb.py,\nc.py,,\nd.py,,,\n,sha256=x,1\n')).toEqual([
      '1: it has 1 field instead of 3',
      '2: it has 2 fields instead of 3',
      '4: it has 4 fields instead of 3',
      '5: the path is empty',
    ]);
  });

  it('reads millions of rows that have no comma', () => {
    expect(read('a\n'.repeat(1e6)).rows).toBe(0);
    expect(read(`a,\n${'b\n'.repeat(1e6)}c,,\n`).rows).toBe(1);
  });

  it('reads rows of millions of characters, quoted or not', () => {
    expect(reasons(`"${'a'.repeat(2e7)}`)).toEqual(['1: a quote does not end']);
    expect(read(`"${'a'.repeat(2e7)}",,`).rows).toBe(1);
    expect(reasons(','.repeat(2e7))).toHaveLength(1);
    expect(reasons(`a${','.repeat(2e7)}`)).toEqual(['1: it has 20 fields or more instead of 3']);
    expect(reasons(`a${',"b"'.repeat(2e6)}`)).toEqual(['1: it has 20 fields or more instead of 3']);
  });
});

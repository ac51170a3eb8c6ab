import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { parseHeaders } from '../../src/wheel/dist-info/headers.ts';
import { readMetadata } from '../../src/wheel/dist-info/metadata.ts';

const read = (text: string) => readMetadata('demo-1.0.dist-info/METADATA', text);
const lines = [
  'Metadata-Version: 2.4',
  'Name: demo',
  'Version: 1.0',
  'Requires-Dist: six',
  'Requires-Dist: idna',
];

test('fields are found by their names, in their order', () => {
  const line = fc.oneof(
    fc.constantFrom('Name: a', 'NAME: b', 'Classifier: c', 'Classifier: d', 'Tag: e', '  folded', ': none'),
    fc.string({ maxLength: 8 }),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      const { fields, byName } = parseHeaders(lines.join('\n'));
      expect([...byName]).toEqual([...Map.groupBy(fields, ({ name }) => name)]);
    }),
  );
});

describe('METADATA', () => {
  it.each([
    ['line feeds', `${lines.join('\n')}\n\nText\n`],
    ['carriage returns before them', `${lines.join('\r\n')}\r\n\r\nText\r\n`],
    ['a byte order mark', `\uFEFF${lines.join('\n')}\n`],
    ['no end of the last line', lines.join('\n')],
  ])('gives the lines of fields: %s', (_, text) => {
    expect(read(text)).toMatchObject({
      name: { value: 'demo', line: 2 },
      version: { value: '1.0', line: 3 },
      requirements: [{ line: 4 }, { line: 5 }],
    });
  });

  it('finds fields whatever the case of their names', () => {
    expect(read('NAME: demo\nversion:1.0\nrequires-python:\t>=3 \n')).toMatchObject({
      name: { value: 'demo' },
      version: { value: '1.0' },
      requiresPython: { value: '>=3', line: 3 },
    });
  });

  it('unfolds a field, counts its lines and gives the first', () => {
    const facts = read(
      'Name: demo\nDescription: a\n  Name: b\n\tVersion: 2\nRequires-Dist: six\n  >=1.0\nVersion: 1\n',
    );
    expect(facts).toMatchObject({ name: { value: 'demo' }, version: { value: '1', line: 7 } });
    expect(facts.requirements).toMatchObject([
      { line: 5, parsed: { ok: true, requirement: { project: 'six' } } },
    ]);
  });

  it('takes a line of blanks for a part of the field above', () => {
    expect(read('Description: a\n        \n        b\nName: demo\n').name).toEqual({
      value: 'demo',
      line: 4,
    });
  });

  it.each([
    ['an empty line', 'Name: demo\n\nVersion: 1\nRequires-Dist: six\n'],
    ['an empty line with a carriage return', 'Name: demo\r\n\r\nVersion: 1\r\nRequires-Dist: six\r\n'],
    ['a line that is no field', 'Name: demo\nno field\nVersion: 1\nRequires-Dist: six\n'],
    ['a blank before the colon', 'Name: demo\nVersion : 1\nVersion: 1\nRequires-Dist: six\n'],
  ])('does not read the text behind %s', (_, text) => {
    expect(read(text)).toMatchObject({ name: { value: 'demo' }, version: undefined, requirements: [] });
  });

  it('passes over a line that begins with a colon', () => {
    expect(read(': x\nName: demo\n').name).toEqual({ value: 'demo', line: 2 });
    expect(read('Name: demo\n: x\n folded\nVersion: 1\n')).toMatchObject({
      name: { value: 'demo', line: 1 },
      version: { value: '1', line: 4 },
    });
  });

  it('gives the first of fields that stand there twice, as installers do', () => {
    expect(read('Name: a\nName: b\nVersion: 1\nVersion: 2\n')).toMatchObject({
      name: { value: 'a', line: 1 },
      version: { value: '1', line: 3 },
    });
  });

  it('says nothing of an empty text', () => {
    expect(read('')).toEqual({ member: 'demo-1.0.dist-info/METADATA', requirements: [], extras: [] });
  });

  it('keeps a requirement that cannot be read, with the reason', () => {
    expect(read('Requires-Dist: six ==\n').requirements).toMatchObject([
      { line: 1, parsed: { ok: false, reason: expect.any(String) } },
    ]);
  });

  it('reads millions of characters without a name', () => {
    expect(read('a'.repeat(4e6)).name).toBeUndefined();
    expect(read(`${'a'.repeat(4e6)}:\nName: demo\n`).name?.line).toBe(2);
    expect(read(`X: a\n${' a\n'.repeat(5e5)}Name: demo\n`).name?.line).toBe(500_002);
  });
});

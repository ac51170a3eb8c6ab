import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pageOfText, pageText } from '../../../src/index/cache/page-text.ts';
import type { Remarks } from '../../../src/index/remarks.ts';

const absent = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const page = fc.record({
  complete: fc.boolean(),
  version: absent(fc.string({ unit: 'binary' })),
  files: fc.array(
    fc.record({
      filename: fc.string({ unit: 'binary' }),
      url: fc.string(),
      size: absent(fc.maxSafeNat()),
      sha256: absent(fc.string()),
      yanked: fc.oneof(fc.boolean(), fc.string()),
      requiresPython: absent(fc.string()),
      uploadTime: absent(fc.string()),
    }),
  ),
  remarks: absent(
    fc.constantFrom<Remarks>(
      { newerApi: '1.9' },
      { projectStatus: { status: 'quarantined', reason: 'malware' }, newerApi: '1.7' },
      { projectStatus: { status: 'archived', reason: undefined } },
    ),
  ),
});
const offered = fc.constantFrom<true | string | undefined>(undefined, true, 'a'.repeat(64));

test('what is read is what was written', () => {
  fc.assert(
    fc.property(page, offered, (plain, coreMetadata) => {
      const files = plain.files.map((file) => ({
        ...file,
        ...(coreMetadata !== undefined && { coreMetadata }),
      }));
      expect(pageOfText(pageText({ ...plain, files }))).toEqual({ ...plain, files });
    }),
  );
});

const file = ['six-1.0.zip', 'https://f.example/six-1.0.zip', null, null, false, null, null, null];
const text = (change: Record<number, unknown>): string =>
  JSON.stringify(
    [true, null, ...file.map((value) => [value]), null].map((value, place) => change[place] ?? value),
  );

test('a hash of another kind stays', () => {
  const hashed = {
    filename: 'six-1.1.zip',
    url: 'https://f.example/six-1.1.zip',
    yanked: false,
    size: undefined,
    sha256: undefined,
    requiresPython: undefined,
    uploadTime: undefined,
    otherHash: { algorithm: 'md5', hex: 'c'.repeat(32) } as const,
  };
  const page = { files: [hashed], complete: true, version: undefined, remarks: undefined };
  expect(pageOfText(pageText(page))).toEqual(page);
});

test('what was not written by it is no page', () => {
  expect(pageOfText(text({}))?.files).toHaveLength(1);
  for (const wrong of ['', 'null', '{}', '[]', '[true,null]', `${text({})}]`]) {
    expect(pageOfText(wrong)).toBeUndefined();
  }
  for (let place = 0; place < 10; place += 1) {
    for (const value of [[{}], [], [[]], 0]) expect(pageOfText(text({ [place]: value }))).toBeUndefined();
  }
});

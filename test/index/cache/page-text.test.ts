import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pageOfText, pageText } from '../../../src/index/cache/page-text.ts';
import type { ProjectPage } from '../../../src/index/project-page.ts';
import type { Remarks } from '../../../src/index/remarks.ts';
import { plainFile } from '../opened.ts';

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

/** With files that have all they know at hand. */
function plainly(page: ProjectPage | undefined): unknown {
  const files = page?.files.map(plainFile);
  return page && { ...page, files };
}

test('what is read is what was written', () => {
  fc.assert(
    fc.property(page, offered, (plain, coreMetadata) => {
      const files = plain.files.map((file) => ({
        ...file,
        ...(coreMetadata !== undefined && { coreMetadata }),
      }));
      expect(plainly(pageOfText(pageText({ ...plain, files })))).toEqual({ ...plain, files });
    }),
  );
});

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
  expect(plainly(pageOfText(pageText(page)))).toEqual(page);
});

test('a yanked file and one that is not say so without being read', () => {
  const text = [
    '[true,null,null]',
    '["a-1.0.zip"broken]',
    '!["b-1.0.zip","https://f.example/",1,null,"bad"]',
  ];
  const files = pageOfText(text.join('\n'))?.files;
  expect(files?.map(({ filename, yanked }) => [filename, yanked])).toEqual([
    ['a-1.0.zip', false],
    ['b-1.0.zip', 'bad'],
  ]);
  expect(files?.[0]?.sha256).toBeUndefined();
});

test('what was not written by it is no page', () => {
  const head = '[true,null,null]';
  expect(pageOfText(head)?.files).toEqual([]);
  const heads = ['', 'null', '{}', '[]', '[1,null,null]', '[true,1,null]', '[true,null,[]]', '["x"]'];
  for (const wrong of [...heads, `${head}\n`, `${head}\nx`, `${head}\n["a"`, `${head}\n[1]`]) {
    expect(pageOfText(wrong)).toBeUndefined();
  }
});

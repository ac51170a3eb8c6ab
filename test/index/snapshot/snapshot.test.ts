import { expect, test } from 'vitest';
import type { Remarks } from '../../../src/index/remarks.ts';
import { readSnapshot } from '../../../src/index/snapshot/read-snapshot.ts';
import { snapshotText } from '../../../src/index/snapshot/snapshot-text.ts';

test('what is read is what was written, metadata beside files and remarks included', () => {
  const file = {
    filename: 'six-1.0-py3-none-any.whl',
    url: 'https://f.example/six-1.0-py3-none-any.whl',
    size: 1,
    sha256: 'a'.repeat(64),
    yanked: true,
    requiresPython: '>=3.8',
    uploadTime: '2024-01-01T00:00:00Z',
    coreMetadata: 'b'.repeat(64),
  };
  const archived = { projectStatus: { status: 'archived', reason: undefined }, newerApi: '1.9' } as const;
  const quarantined = { projectStatus: { status: 'quarantined', reason: 'malware' } } as const;
  const index = {
    url: 'https://index.example/simple',
    projects: new Map([
      ['constructor', undefined],
      ['seven', [{ ...file, coreMetadata: true as const, sha256: undefined, yanked: false }]],
      [
        'six',
        [file, { ...file, sha256: undefined, otherHash: { algorithm: 'md5', hex: 'c'.repeat(32) } as const }],
      ],
    ]),
    remarks: new Map<string, Remarks>([
      ['seven', quarantined],
      ['six', archived],
    ]),
    metadata: new Map([[file.filename, 'Name: six\nVersion: 1.0\n']]),
  };
  const plain = {
    url: 'https://other.example/simple',
    projects: new Map(),
    remarks: new Map(),
    metadata: new Map(),
  };
  const text = [...snapshotText([index, plain])].join('');
  expect(readSnapshot(JSON.parse(text))).toEqual([index, plain]);
});

import { describe, expect, test } from 'vitest';
import { compareWithIndexes } from '../../src/engine/compare.ts';
import { Listing } from '../../src/engine/listing.ts';
import type { NamedWheel } from '../../src/engine/project.ts';
import type { IndexAnswer } from '../../src/index/index-answer.ts';
import { listed, namedFactsOf } from '../support/facts.ts';

const filename = 'demo-1.0-py3-none-any.whl';
const demo = await namedFactsOf(filename);
const [mine, other] = ['a'.repeat(64), 'b'.repeat(64)];

/** Compares, and counts how often the hash was asked for. */
async function compare(wheels: readonly NamedWheel[], answers: readonly IndexAnswer[], sha256?: string) {
  const hashed: string[] = [];
  const listings = answers.map((answer) => new Listing(answer));
  const compared = await compareWithIndexes(wheels, listings, async ({ location }) => {
    hashed.push(location.display);
    return sha256;
  });
  const [first] = compared;
  const identities = first?.matches.map(({ identity }) => identity);
  const files = first?.matches.map(({ file }) => file.filename);
  return { compared, hashed, identities, files, sha256: first?.sha256 };
}

describe('the sizes come first', () => {
  test('a different size is a different file, and nothing is hashed', async () => {
    const answers = [listed('demo', [{ filename, size: demo.size + 1, sha256: mine }])];
    expect(await compare([demo], answers, mine)).toMatchObject({ identities: ['different'], hashed: [] });
  });

  test('an equal size needs the hash', async () => {
    const file = { filename, size: demo.size };
    const equal = await compare([demo], [listed('demo', [{ ...file, sha256: mine }])], mine);
    expect(equal).toMatchObject({ identities: ['equal'], hashed: [filename], sha256: mine });
    const different = await compare([demo], [listed('demo', [{ ...file, sha256: other }])], mine);
    expect(different).toMatchObject({ identities: ['different'], hashed: [filename] });
  });

  test('so does a size that the index does not give', async () => {
    const answers = [listed('demo', [{ filename, sha256: mine }])];
    expect(await compare([demo], answers, mine)).toMatchObject({ identities: ['equal'], hashed: [filename] });
  });

  test('without a hash on the index nobody can tell, and nothing is hashed', async () => {
    expect(await compare([demo], [listed('demo', [{ filename, size: demo.size }])], mine)).toMatchObject({
      identities: ['unknown'],
      hashed: [],
    });
  });

  test('a hash of another kind will do, and each kind is asked for once', async () => {
    const md5 = { algorithm: 'md5', hex: mine } as const;
    const answers = [
      listed('demo', [
        { filename, sha256: undefined, otherHash: md5 },
        { filename, sha256: other },
      ]),
    ];
    expect(await compare([demo], answers, mine)).toMatchObject({
      identities: ['equal', 'different'],
      hashed: [filename, filename],
    });
  });

  test('a file that cannot be hashed any more is unknown', async () => {
    const answers = [listed('demo', [{ filename, sha256: mine }])];
    expect((await compare([demo], answers)).identities).toEqual(['unknown']);
  });
});

test('a wheel is hashed once, however many files and indexes it is compared with', async () => {
  const files = [filename, 'demo-1.0.0-py3-none-any.whl', 'demo-1.0-py2.py3-none-any.whl'].map((name) => ({
    filename: name,
    sha256: other,
  }));
  const answers = [listed('demo', files), listed('demo', files, 'https://second.example/pypi')];
  const { hashed, identities, compared } = await compare([demo], answers, mine);
  expect(hashed).toEqual([filename]);
  expect(identities).toHaveLength(6);
  expect(compared[0]?.matches.map(({ answer }) => answer.source.url)).toEqual([
    ...Array(3).fill('https://index.example/pypi'),
    ...Array(3).fill('https://second.example/pypi'),
  ]);
});

test('only files of an equal version are beside a wheel, labels included; spellings do not count', async () => {
  const names = [
    'demo-1.0.0-py3-none-any.whl',
    'Demo-v1.0-cp311-cp311-linux_x86_64.whl',
    'demo-1.0-1-py3-none-any.whl',
    'demo-1.0+cc-py3-none-any.whl',
    'demo-1.0.post1-py3-none-any.whl',
    'demo-1.1-py3-none-any.whl',
    'demo-1.0.tar.gz',
    'other-1.0-py3-none-any.whl',
    'demo-1.0_cc-py3-none-any.whl',
  ].map((name) => ({ filename: name }));
  const { files } = await compare([demo], [listed('demo', names)]);
  expect(files).toEqual(names.slice(0, 3).map((file) => file.filename));
  const labelled = await namedFactsOf('demo-1.0+CC-py3-none-any.whl');
  expect((await compare([labelled], [listed('demo', names)])).files).toEqual([
    'demo-1.0+cc-py3-none-any.whl',
  ]);
});

test('an index that lists nothing, or did not answer, gives nothing to compare with', async () => {
  const about = { source: { url: 'https://index.example/pypi' }, project: 'demo' };
  const answers: IndexAnswer[] = [
    { ...about, status: 'not-listed' },
    { ...about, status: 'unchecked', reason: 'HTTP 500' },
  ];
  expect(await compare([demo], answers)).toMatchObject({ files: [], hashed: [] });
});

test.each([
  'unreadable',
  'not-a-file',
] as const)('a wheel that is %s is compared with nothing', async (kind) => {
  const broken = { ...demo, size: 0, problems: [{ kind, member: undefined, detail: '' }] };
  const { compared, hashed } = await compare([broken], [listed('demo', [{ filename, sha256: mine }])], mine);
  expect(compared).toEqual([]);
  expect(hashed).toEqual([]);
});

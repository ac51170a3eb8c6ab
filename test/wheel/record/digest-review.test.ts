import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { bufferSource } from '../../../src/wheel/archive/byte-source.ts';
import type { WheelContents } from '../../../src/wheel/contents.ts';
import { readWheel } from '../../../src/wheel/read-wheel.ts';
import type { DigestReview } from '../../../src/wheel/record/digest-review.ts';
import { type RawMember, rawZip } from '../raw-zip.ts';
import { counted, goodName, location, members, noise } from '../reading.ts';

const own = 'demo-1.0.dist-info/RECORD';

/** A wheel whose RECORD has the sha256 of everything; what is changed is so afterwards. */
function wheel(others: readonly RawMember[], changed: readonly RawMember[] = others): Buffer {
  const rest = members().filter(({ name }) => name !== own);
  const rows = [...others, ...rest].map(({ name, content = '' }) => {
    const digest = createHash('sha256').update(content).digest('base64url');
    return `${name},sha256=${digest},${Buffer.byteLength(content)}\n`;
  });
  return rawZip([...changed, ...rest, { name: own, content: `${rows.join('')}${own},,\n` }]);
}

async function digestsOf(bytes: Buffer): Promise<DigestReview | undefined> {
  const seen: (DigestReview | undefined)[] = [];
  await readWheel(location(goodName), async () => bufferSource(bytes), {
    parts: new Set(['digests']),
    wants: (part) => part === 'digests',
    visit: ({ digests }: WheelContents) => seen.push(digests),
  });
  expect(seen).toHaveLength(1);
  return seen[0];
}

const names = (tally: DigestReview['damaged'] | undefined) => tally?.places.map(({ path }) => path);
const sound = { mismatched: { count: 0 }, damaged: { count: 0 }, isOverlapping: false };

describe('the bytes of members', () => {
  const contents: readonly (readonly [string, Buffer])[] = [
    ['nothing', Buffer.alloc(0)],
    ['a line', Buffer.from('print()\n')],
    ['about what is inflated at once', noise(256 * 1024)],
    ['more than that, hard to compress', noise(3 * 1024 * 1024 + 17)],
    ['more than that, easy to compress', Buffer.alloc(5 * 1024 * 1024, 'wheel')],
  ];

  it.each(contents)('have the digests of RECORD, stored or deflated: %s', async (_, content) => {
    const all = [0, 8].map((method) => ({ name: `demo/${method}`, content, method }));
    expect(await digestsOf(wheel(all))).toMatchObject({ ...sound, compared: 4 });
  });

  it.each(contents.slice(1))('are told when they are others: %s', async (_, content) => {
    const other = Buffer.from(content);
    other[other.length >> 1] = (other[other.length >> 1] ?? 0) ^ 1;
    const was = [0, 8].map((method) => ({ name: `demo/${method}`, content, method }));
    const is = was.map((member) => ({ ...member, content: other }));
    const review = await digestsOf(wheel(was, is));
    expect(review).toMatchObject({ damaged: { count: 0 }, compared: 4 });
    expect(review?.mismatched).toMatchObject({
      count: 2,
      places: [
        { path: 'demo/0', line: 1 },
        { path: 'demo/8', line: 2 },
      ],
    });
  });

  it.each([
    'sha384',
    'sha512',
    'sha3_256',
    'sha3_512',
    'blake2b',
    'blake2s',
    'md5',
    'sha1',
    'sha224',
  ])('are compared by %s', async (algorithm) => {
    const openssl: Readonly<Record<string, string>> = { blake2b: 'blake2b512', blake2s: 'blake2s256' };
    const digestOf = (text: string) =>
      createHash(openssl[algorithm] ?? algorithm.replace('_', '-'))
        .update(text)
        .digest('base64url');
    const rest = members().filter(({ name }) => name !== own);
    const bytes = (text: string) =>
      rawZip([
        ...rest,
        { name: 'a.py', content: 'a' },
        { name: own, content: `a.py,${algorithm}=${digestOf(text)},1\n${own},,\n` },
      ]);
    expect(await digestsOf(bytes('a'))).toMatchObject({ ...sound, compared: 1 });
    expect(await digestsOf(bytes('b'))).toMatchObject({ mismatched: { count: 1 }, compared: 1 });
  });

  it('are found wherever the members stand', async () => {
    const all = ['a', 'b', 'c'].map((name) => ({ name, content: noise(700_000), method: 0 }));
    const archive = wheel(all);
    expect(await digestsOf(archive)).toMatchObject({ ...sound, compared: 5 });
  });

  it('are read without a RECORD row, for their checksums', async () => {
    const review = await digestsOf(wheel([], [{ name: 'a.py', content: 'a', crc: 1 }]));
    expect(review?.damaged).toMatchObject({
      count: 1,
      places: [{ path: 'a.py', detail: 'its checksum is wrong' }],
    });
  });
});

describe('members that cannot be unpacked', () => {
  const small = Buffer.from('print()\n');
  const large = noise(1024 * 1024);
  const broken: readonly (readonly [string, Partial<RawMember>, RegExp])[] = [
    ['a wrong checksum', { crc: 1 }, /^its checksum is wrong$/],
    ['data that are no deflate stream', { data: Buffer.alloc(2_000_000, 0xff) }, /cannot be inflated/],
    [
      'a stream that is cut off',
      { data: deflateRawSync(noise(2_000_000)).subarray(0, 900_000) },
      /cannot be inflated|has more$/,
    ],
    [
      'more than is stated',
      { data: deflateRawSync(Buffer.alloc(40_000_000)) },
      /it states \d+ bytes and (?:has|inflates to) more/,
    ],
    ['less than is stated', { data: deflateRawSync(Buffer.from('x')) }, /it states \d+ bytes and has 1$/],
    ['less than is stated, stored', { method: 0, data: Buffer.from('x') }, /it states \d+ bytes and has 1$/],
    ['a wrong offset', { offset: 3 }, /local header is not where the directory says/],
  ];

  it.each(
    broken.flatMap(([name, lie, detail]) => [
      { name: `small: ${name}`, content: small, lie, detail },
      { name: `large: ${name}`, content: large, lie, detail },
    ]),
  )('are told: $name', async ({ content, lie, detail }) => {
    const others = [
      { name: 'a.py', content: 'a' },
      { name: 'bad.py', content },
      { name: 'z.py', content: 'z' },
    ];
    const changed = others.map((member) => (member.name === 'bad.py' ? { ...member, ...lie } : member));
    const review = await digestsOf(wheel(others, changed));
    expect(names(review?.damaged)).toEqual(['bad.py']);
    expect(review?.damaged.places[0]?.detail).toMatch(detail);
    expect(review).toMatchObject({ mismatched: { count: 0 }, compared: 4 });
  });

  it('are not read where they overlap, nor where they are a bomb', async () => {
    const zeros = deflateRawSync(Buffer.alloc(1000));
    const many = Array.from({ length: 50 }, (_, index) => ({
      name: `${index}`,
      data: zeros,
      size: 1000,
      compressedSize: 50_000,
    }));
    expect(await digestsOf(wheel([], many))).toMatchObject({ compared: 0, isOverlapping: true });
    const bomb = { name: 'bomb', content: Buffer.alloc(70 * 1024 * 1024) };
    expect(await digestsOf(wheel([bomb]))).toBeUndefined();
  });

  it.each([
    small,
    large,
  ])('are sound where only bytes behind the end of a stream are left over', async (content) => {
    const data = Buffer.concat([deflateRawSync(content), Buffer.alloc(2_000_000, 7)]);
    expect(
      await digestsOf(wheel([{ name: 'a.py', content }], [{ name: 'a.py', content, data }])),
    ).toMatchObject({
      ...sound,
      compared: 3,
    });
  });

  it('are left to others where they are encrypted or of an odd compression', async () => {
    const odd = { name: 'odd', content: 'x', method: 12 };
    expect(await digestsOf(wheel([odd]))).toMatchObject(sound);
  });
});

it('reads a large wheel in stretches, each once', async () => {
  const bytes = wheel(
    Array.from({ length: 40 }, (_, index) => ({ name: `${index}.py`, content: noise(200_000) })),
  );
  const { source, count } = counted(bufferSource(bytes));
  let compared = 0;
  await readWheel(location(goodName), async () => source, {
    parts: new Set(['digests']),
    wants: (part) => part === 'digests',
    visit: ({ digests }) => {
      compared = digests?.compared ?? 0;
    },
  });
  expect(compared).toBe(42);
  expect(count.reads).toBeLessThan(15);
  expect(count.bytes).toBeLessThan(bytes.length * 1.5);
});

import { randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import { chmod, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import type { Layout, Segment } from '../../../src/fix/archive/layout.ts';
import { openDraft } from '../../../src/fix/archive/open-draft.ts';
import { plannedFile } from '../../../src/fix/archive/planned-file.ts';
import { SourceFile } from '../../../src/fix/archive/source-file.ts';
import { writeArchive } from '../../../src/fix/archive/write-archive.ts';
import { Refused } from '../../../src/fix/refused.ts';
import { tempFolder } from '../../support/temp-wheelhouse.ts';

const mebibyte = 2 ** 20;
const old = randomBytes(4 * mebibyte + 17);

async function source(bytes = old): Promise<SourceFile> {
  const path = join(await tempFolder(), 'old');
  await writeFile(path, bytes, { mode: 0o640 });
  const file = await SourceFile.open(path);
  onTestFinished(() => file.close());
  return file;
}

function layoutOf(segments: readonly Segment[]): Layout {
  const lengths = segments.map((segment) =>
    segment.kind === 'bytes' ? segment.bytes.length : segment.end - segment.start,
  );
  return { segments, size: lengths.reduce((sum, length) => sum + length, 0) };
}

function expected({ segments }: Layout): Buffer {
  return Buffer.concat(
    segments.map((segment) =>
      segment.kind === 'bytes' ? segment.bytes : old.subarray(segment.start, segment.end),
    ),
  );
}

async function written(
  from: SourceFile,
  layout: Layout,
  onOpen: (path: string) => void = () => undefined,
): Promise<string> {
  const path = join(await tempFolder(), 'new');
  onOpen(path);
  const draft = await openDraft(from, layout, path);
  try {
    await writeArchive(from, layout, draft);
  } finally {
    await draft.handle.close();
  }
  return path;
}

const copy = (start: number, end: number): Segment => ({ kind: 'copy', start, end });
const bytes = (length: number): Segment => ({ kind: 'bytes', bytes: randomBytes(length) });

test.each<[string, readonly Segment[]]>([
  ['a long beginning that stays, and a new end', [copy(0, 4 * mebibyte), bytes(100), bytes(3)]],
  ['the whole file', [copy(0, old.length)]],
  ['the whole file and more', [copy(0, old.length), bytes(2 * mebibyte)]],
  [
    'a long beginning, then parts from behind it',
    [copy(0, 4 * mebibyte - 5), bytes(9), copy(old.length - 9, old.length)],
  ],
  ['a beginning that is not most of the file', [copy(0, 2 * mebibyte), bytes(1)]],
  ['a new beginning', [bytes(7), copy(30, old.length)]],
  ['a short beginning', [copy(0, 1000), bytes(7)]],
])('%s', async (_, segments) => {
  const layout = layoutOf(segments);
  const from = await source();
  const path = await written(from, layout);
  expect((await readFile(path)).equals(expected(layout))).toBe(true);
  expect((await stat(path)).mode & 0o777).toBe(0o640);
});

test('a file that became shorter since it was opened is refused', async () => {
  const from = await source();
  await writeFile(from.path, old.subarray(0, -1));
  await expect(written(from, layoutOf([copy(0, old.length), bytes(5)]))).rejects.toThrow('while it was read');
});

test('a file that becomes shorter while it is copied does not hold up the run', async () => {
  const length = 256 * mebibyte;
  const from = await source(Buffer.alloc(length));
  let isWriting = true;
  const cut = async (path: string): Promise<void> => {
    const begun = () => (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > mebibyte;
    while (isWriting && !begun()) await setImmediate();
    await truncate(from.path, 1);
  };
  let cutting: Promise<void> | undefined;
  const writing = written(from, layoutOf([copy(0, length), bytes(5)]), (path) => {
    cutting = cut(path);
  });
  // Where blocks are shared, it was copied before.
  const outcome = await writing.then(stat, (error: unknown) => error);
  isWriting = false;
  await cutting;
  expect(outcome).toEqual(
    outcome instanceof Error
      ? new Refused('it became shorter while it was read')
      : expect.objectContaining({ size: length + 5 }),
  );
});

test('an old file that nobody may write becomes one that nobody may write', async () => {
  const from = await source();
  await chmod(from.path, 0o444);
  const readOnly = await SourceFile.open(from.path);
  onTestFinished(() => readOnly.close());
  const path = await written(readOnly, layoutOf([copy(0, old.length)]));
  expect((await stat(path)).mode & 0o777).toBe(0o444);
});

test('what is going to be written reads as what is written, from wherever', async () => {
  const from = await source();
  const segment = fc.oneof(
    fc.nat({ max: 40 }).map((length): Segment => ({ kind: 'bytes', bytes: Buffer.alloc(length, 7) })),
    fc
      .tuple(fc.nat({ max: 5000 }), fc.nat({ max: 300 }))
      .map(([start, length]) => copy(start, start + length)),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(segment, { minLength: 1, maxLength: 20 }),
      fc.nat(),
      fc.nat(),
      async (segments, from1, length1) => {
        const layout = layoutOf(segments);
        const whole = expected(layout);
        const start = from1 % (whole.length + 1);
        const length = length1 % (whole.length - start + 1);
        const planned = plannedFile(from, layout);
        expect(planned.size).toBe(whole.length);
        const read = await planned.read(start, length);
        expect(read.equals(whole.subarray(start, start + length))).toBe(true);
        await expect(planned.read(start, whole.length - start + 1)).rejects.toThrow('the file ends before');
      },
    ),
  );
});

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashFile } from '../../src/wheel/hash.ts';
import { readWheel } from '../../src/wheel/read-wheel.ts';
import { rawZip } from './raw-zip.ts';
import { goodName, location, members, noise } from './reading.ts';

const isUnix = process.platform !== 'win32';
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'wheels-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const readAt = (filename: string) => readWheel(location(filename, folder));
const nothing = { size: 0, memberCount: 0, distInfo: undefined, nativeMembers: [] };

describe('a wheel on disk', () => {
  it('is read, directly and through a link', async () => {
    const bytes = rawZip(members());
    writeFileSync(join(folder, goodName), bytes);
    expect(await readAt(goodName)).toMatchObject({ size: bytes.length, problems: [], memberCount: 3 });
    if (isUnix) symlinkSync(goodName, join(folder, 'link.whl'));
    if (isUnix) expect(await readAt('link.whl')).toMatchObject({ problems: [], memberCount: 3 });
  });

  it('is not mixed up with others that are read at the same time', async () => {
    const numbers = Array.from({ length: 60 }, (_, i) => i);
    for (const i of numbers) {
      const other = { name: `demo/${i}.npz`, content: noise(i % 3 === 0 ? 400_000 : 10 * i) };
      const name = { name: `demo-${i}.dist-info/METADATA`, content: `Name: demo-${i}\nVersion: ${i}\n` };
      writeFileSync(join(folder, `demo-${i}-py3-none-any.whl`), rawZip([name, other]));
    }
    const all = await Promise.all(numbers.map((i) => readAt(`demo-${i}-py3-none-any.whl`)));
    for (const [i, { distInfo }] of all.entries()) {
      const metadata = { name: { value: `demo-${i}` }, version: { value: `${i}` } };
      expect(distInfo).toMatchObject({ directory: `demo-${i}.dist-info`, metadata });
    }
  });
});

describe('what is not there', () => {
  it('is unreadable', async () => {
    const gone = { kind: 'unreadable', member: undefined, detail: 'it is gone, or a link to nothing' };
    expect(await readAt('gone-1.0-py3-none-any.whl')).toMatchObject({
      ...nothing,
      name: { project: 'gone' },
      problems: [gone],
    });
  });

  it.runIf(isUnix)('is unreadable behind links too', async () => {
    symlinkSync('nowhere', join(folder, 'dangling.whl'));
    symlinkSync('circle.whl', join(folder, 'circle.whl'));
    expect((await readAt('dangling.whl')).problems).toMatchObject([
      { kind: 'unreadable', detail: 'it is gone, or a link to nothing' },
    ]);
    expect((await readAt('circle.whl')).problems).toMatchObject([
      { kind: 'unreadable', detail: 'its links go in a circle' },
    ]);
  });

  it('is unreadable where a file stands in the place of a folder', async () => {
    writeFileSync(join(folder, 'file'), 'x');
    expect(await readAt(`file/${goodName}`)).toMatchObject({
      ...nothing,
      problems: [{ kind: 'unreadable' }],
    });
  });
});

describe('what is not a file', () => {
  it.runIf(isUnix)('is told from one: a folder, a pipe that nobody writes to, a device', async () => {
    mkdirSync(join(folder, 'folder.whl'));
    execFileSync('mkfifo', [join(folder, 'pipe.whl')]);
    symlinkSync('/dev/zero', join(folder, 'zero.whl'));
    for (const name of ['folder.whl', 'pipe.whl', 'zero.whl']) {
      expect(await readAt(name)).toMatchObject({ ...nothing, problems: [{ kind: 'not-a-file' }] });
    }
  });
});

describe('hashFile', () => {
  it('gives the sha256 in lower-case hexadecimal, and nothing where nothing can be read', async () => {
    writeFileSync(join(folder, 'abc'), 'abc');
    const hash = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
    expect(await hashFile(join(folder, 'abc'))).toBe(hash);
    expect(await hashFile(join(folder, 'gone'))).toBeUndefined();
    expect(await hashFile(folder)).toBeUndefined();
  });
});

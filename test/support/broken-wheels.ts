import { execFileSync } from 'node:child_process';
import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { ArchiveProblemKind } from '../../src/wheel/archive/problem.ts';
import { type LyingMember, lyingZip } from './lying-zip.ts';
import { writeFiles } from './temp-wheelhouse.ts';

type Member = Partial<LyingMember> | undefined;

/** A wheel of hand-made bytes; a change replaces what its members' headers say, `undefined` leaves a member out. */
function handMade(name: string, changes: Readonly<Record<string, Member>> = {}): Buffer {
  const texts = {
    'code.py': 'pass\n',
    METADATA: `Metadata-Version: 2.1\nName: ${name}\nVersion: 1.0\n`,
    WHEEL: 'Wheel-Version: 1.0\nGenerator: hand\nRoot-Is-Purelib: true\nTag: py3-none-any\n',
    RECORD: '',
  };
  const members = Object.entries(texts).flatMap(([file, content]) => {
    const path = file === 'code.py' ? file : `${name}-1.0.dist-info/${file}`;
    if (file in changes && changes[file] === undefined) return [];
    return [{ name: path, content, ...changes[file] }];
  });
  const further = Object.entries(changes).flatMap(([path, change]) =>
    path in texts || change === undefined ? [] : [{ name: path, content: '', ...change }],
  );
  return lyingZip([...members, ...further]);
}

const mebibyte = 1024 ** 2;
const metadataPast16MiB = { content: Buffer.alloc(17 * mebibyte, 'Classifier: Typed\n') };

type OnDisk = Exclude<ArchiveProblemKind, 'unreadable' | 'not-a-file'>;

/** The bytes of a wheel of each broken kind that is a file. */
const contents: Readonly<Record<OnDisk, (name: string) => string | Uint8Array>> = {
  empty: () => '',
  'git-lfs-pointer': () => 'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n',
  'html-page': () => '<!DOCTYPE html><title>502 Bad Gateway</title>',
  'not-a-zip': () => Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * i * 31 + 7) % 251)),
  truncated: (name) => handMade(name).subarray(0, 120),
  directory: (name) => lyingZip([{ name, content: '' }], 100_000),
  encrypted: (name) => handMade(name, { 'code.py': { flags: 0x801 } }),
  compression: (name) => handMade(name, { METADATA: { method: 12 } }),
  damaged: (name) => handMade(name, { METADATA: { crc: 1 } }),
  'lying-size': (name) => handMade(name, { METADATA: { size: 10 } }),
  'too-large': (name) => handMade(name, { METADATA: metadataPast16MiB }),
  'no-dist-info': () => lyingZip([{ name: 'code.py', content: 'pass\n' }]),
  'many-dist-infos': (name) => handMade(name, { 'other-2.0.dist-info/METADATA': { content: '' } }),
  'missing-member': (name) => handMade(name, { WHEEL: undefined }),
};

/** A file name for each kind, and the kind that the file is. */
export const brokenKinds: ReadonlyMap<string, ArchiveProblemKind> = new Map([
  ...Object.keys(contents).flatMap((kind) => {
    const known = isOnDisk(kind) ? kind : undefined;
    return known === undefined ? [] : [[`${nameOf(known)}-1.0-py3-none-any.whl`, known] as const];
  }),
  ['dangling_link-1.0-py3-none-any.whl', 'unreadable'],
  ['named_pipe-1.0-py3-none-any.whl', 'not-a-file'],
  ['directory_of_that_name-1.0-py3-none-any.whl', 'not-a-file'],
]);

/** Writes a broken wheel of every kind into a folder. */
export async function writeBrokenWheels(folder: string): Promise<void> {
  for (const [filename, kind] of brokenKinds) {
    if (isOnDisk(kind)) await writeFiles(folder, { [filename]: contents[kind](nameOf(kind)) });
  }
  await symlink('nowhere.whl', join(folder, 'dangling_link-1.0-py3-none-any.whl'));
  await mkdir(join(folder, 'directory_of_that_name-1.0-py3-none-any.whl'));
  execFileSync('mkfifo', [join(folder, 'named_pipe-1.0-py3-none-any.whl')]);
}

function isOnDisk(kind: string): kind is OnDisk {
  return kind in contents;
}

function nameOf(kind: OnDisk): string {
  return kind.replaceAll('-', '_');
}

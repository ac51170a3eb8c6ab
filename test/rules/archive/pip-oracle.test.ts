import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { type RawArchive, type RawMember, rawZip } from '../../../fixtures/raw-zip.ts';
import { goodName, members } from '../../wheel/reading.ts';

const folder = mkdtempSync(join(tmpdir(), 'archive-oracle-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const python = pythonWithPip();

function pythonWithPip(): string | undefined {
  try {
    const version = execFileSync('python3', ['-m', 'pip', '--version'], { encoding: 'utf8' });
    return /\(python 3\.(?:9|1\d)\)/.test(version) ? 'python3' : undefined;
  } catch {
    return undefined;
  }
}

if (python === undefined) console.warn('Not compared with pip: there is no python3 with pip, 3.9 or newer.');

let installs = 0;

/** Files that pip installs beside dist-info, with their texts, or `refused`. */
function install(bytes: Buffer): Readonly<Record<string, string>> | 'refused' {
  installs += 1;
  const place = join(folder, String(installs));
  const target = join(place, 'in', 'target');
  mkdirSync(join(place, 'in'), { recursive: true });
  const file = join(place, goodName);
  writeFileSync(file, bytes);
  const options = [
    '--no-index',
    '--no-deps',
    '--no-compile',
    '--no-cache-dir',
    '--disable-pip-version-check',
  ];
  const { status } = spawnSync(python ?? '', ['-m', 'pip', 'install', ...options, '--target', target, file], {
    encoding: 'utf8',
    env: { ...process.env, PIP_CONFIG_FILE: '/dev/null' },
  });
  if (status !== 0) return 'refused';
  const files = readdirSync(join(place, 'in'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('.dist-info'))
    .map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(files.map((path) => [relative(target, path), readFileSync(path, 'utf8')]));
}

const a: RawMember = { name: 'demo/a.py', content: 'A', method: 0 };
const wheel = (change: Partial<RawMember> = {}, archive: RawArchive = {}): Buffer =>
  rawZip(members([{ ...a, ...change }]), archive);
const asUsual = { 'demo/a.py': 'A' };

/** What the messages say of pip. */
describe.skipIf(python === undefined)('pip', () => {
  test.each<[rule: string, what: string, bytes: Buffer, outcome: ReturnType<typeof install>]>([
    ['602', 'refuses a way out', wheel({ name: '../evil.py' }), 'refused'],
    ['602', 'refuses a way out in the middle', wheel({ name: 'demo/../../evil.py' }), 'refused'],
    ['602', 'refuses an absolute path', wheel({ name: '/evil.py' }), 'refused'],
    ['602', 'cuts a name at NUL', wheel({ name: 'demo/a.py\0.txt' }), asUsual],
    ['603', 'passes over zeros at the end', Buffer.concat([wheel(), Buffer.alloc(9)]), asUsual],
    ['603', 'passes over other bytes at the end', Buffer.concat([wheel(), Buffer.from('x')]), asUsual],
    ['603', 'passes over bytes in front', Buffer.concat([Buffer.from('x'), wheel()]), asUsual],
    ['604', 'installs the last of two members', rawZip(members([{ ...a, content: 'first' }, a])), asUsual],
    ['604', 'stops at a file in place of a folder', rawZip(members([{ ...a, name: 'demo' }, a])), 'refused'],
    [
      '605',
      'does not see what is not listed',
      rawZip(members([a, { ...a, name: 'b.py', unlisted: true }])),
      asUsual,
    ],
    ['605', 'refuses another name', wheel({ headerName: 'demo/b.py' }), 'refused'],
    ['605', 'refuses an offset where nothing begins', wheel({ offset: 1 }), 'refused'],
    ['605', 'believes the directory', wheel({ header: { size: 9, crc: 1 } }), asUsual],
    ['608', 'writes the target of a link', wheel({ mode: 0o120777 }), asUsual],
    ['609', 'refuses methods that it does not know', wheel({ method: 9 }), 'refused'],
    ['609', 'refuses a newer zip', wheel({ version: 64 }), 'refused'],
    ['610', 'stops at the stated size', wheel({ content: 'AB', size: 1, crc: crc32('A') }), asUsual],
    ['610', 'unpacks what is there where more is stated', wheel({ method: 8, size: 5000 }), asUsual],
    ['610', 'drops the contents of a folder', rawZip(members([a, { ...a, name: 'demo/b/' }])), asUsual],
    ['611', 'garbles a name without the flag', wheel({ name: 'demo/ä.py', flags: 0 }), { 'demo/├ñ.py': 'A' }],
    ['611', 'keeps a name with the flag', wheel({ name: 'demo/ä.py', flags: 0x800 }), { 'demo/ä.py': 'A' }],
    [
      '612',
      'unpacks streamed members',
      wheel({ descriptor: true, method: 8, data: deflateRawSync('A') }),
      asUsual,
    ],
    ['612', 'passes over comments on members', wheel({ comment: 'c' }), asUsual],
  ])('%s: %s', (_rule, _what, bytes, outcome) => {
    expect(install(bytes)).toEqual(outcome);
  });
});

import { binary } from '../../fixtures/binary.ts';
import { type RawArchive, type RawMember, rawZip } from '../../fixtures/raw-zip.ts';
import { Random } from '../installer/differential/random.ts';
import { mutateBytes } from './mutate-bytes.ts';

const filenames = [
  'demo-1.0-py3-none-any.whl',
  'demo-1.0+cc-1-cp311-cp311-manylinux_2_17_x86_64.manylinux2014_x86_64.whl',
  'demo-1.0-cp39-abi3-win_amd64.whl',
] as const;

const binaries = [
  'elf x86_64',
  'elf aarch64 executable',
  'elf i686',
  'mach-o universal2',
  'pe amd64',
  'pe x86',
];
const names = [
  ...[
    'demo/__init__.py',
    'demo/a.py',
    'demo/A.py',
    'demo/',
    'demo',
    'demo/ä.py',
    '../x',
    '/x',
    'C:x',
    'a\\b',
    'nul',
  ],
  ...[
    'demo-1.0.data/scripts/run',
    'demo-1.0.data/purelib/x.py',
    'x.pyc',
    'demo/_x.abi3.so',
    '.DS_Store',
    'a\nb',
    'é',
  ],
  ...[
    'demo/_x.cpython-311-x86_64-linux-gnu.so',
    'demo/x.dll',
    'demo-1.0.dist-info/METADATA',
    'demo-1.0.dist-info/x',
  ],
];

const metadata = [
  ...['Metadata-Version: 2.4', 'Name: demo', 'Version: 1.0', 'Requires-Python: >=3.9', 'Summary: x'],
  ...[
    'Requires-Dist: nvidia-cublas-cu12==1; sys_platform == "linux" and extra == "gpu"',
    'Provides-Extra: gpu',
  ],
  ...['Requires-Dist: other @ https://host/x.whl', 'License-File: LICENSE', 'Author-email: A <a@b.c>'],
  ...['Classifier: Typed', 'Description-Content-Type: text/markdown', '', 'Text.', ''],
].join('\n');
const wheelFile = 'Wheel-Version: 1.0\nGenerator: x\nRoot-Is-Purelib: true\nBuild: 1\nTag: py3-none-any\n';
const entryPoints = '[console_scripts]\nrun = demo:main [gpu]\n';
const record = [
  ...[
    'demo/__init__.py,sha256=47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU,0',
    '"a,b",md5=x,-1',
    '../x,sha256=zz,',
  ],
  ...[
    'demo-1.0.dist-info/METADATA,sha256=47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU,9',
    'demo-1.0.dist-info/RECORD,,',
  ],
].join('\n');

/** A wheel with something wrong in its texts, its headers or anywhere in its bytes; the same for the same seed. */
export function mutatedWheel(seed: string): { readonly filename: string; readonly bytes: Buffer } {
  const random = new Random(seed);
  const filename = random.pick(filenames);
  const whole = archive(random);
  const bytes = random.chance(0.4) ? mutateBytes(random, whole, archive(random)) : whole;
  return { filename, bytes };
}

function archive(random: Random): Buffer {
  const others = Array.from({ length: random.between(0, 5) }, () => codeMember(random));
  const distInfo = [
    textMember(random, 'METADATA', metadata),
    textMember(random, 'WHEEL', wheelFile),
    textMember(random, 'entry_points.txt', entryPoints),
    textMember(random, 'RECORD', record),
  ].filter(() => !random.chance(0.03));
  const members = random.chance(0.2) ? random.shuffle([...others, ...distInfo]) : [...others, ...distInfo];
  return rawZip(members, ends(random));
}

function codeMember(random: Random): RawMember {
  const native = Buffer.from(binary(`binary: ${random.pick(binaries)}`) ?? '');
  const content = random.chance(0.4)
    ? mutated(random, Buffer.concat([native, Buffer.alloc(random.between(0, 300))]), 0.6)
    : Buffer.from('A = 1\n'.repeat(random.between(0, 20)));
  return { ...lies(random), name: random.pick(names), content };
}

function textMember(random: Random, name: string, text: string): RawMember {
  const folder = random.chance(0.01) ? 'other-2.0.dist-info' : 'demo-1.0.dist-info';
  const content = mutated(random, Buffer.from(text), 0.3);
  return { ...(random.chance(0.05) && lies(random)), name: `${folder}/${name}`, content };
}

function mutated(random: Random, bytes: Buffer, probability: number): Buffer {
  return random.chance(probability) ? mutateBytes(random, bytes, bytes) : bytes;
}

const numbers = [0, 1, 5, 0xffff, 0x7fffffff, 0xfffffffe, 0xffffffff];

/** Headers that are mostly true. */
function lies(random: Random): Partial<RawMember> {
  const maybe = <Value>(value: Value): Value | undefined => (random.chance(0.03) ? value : undefined);
  return {
    method: random.chance(0.03) ? random.pick([9, 12, 14, 93, 99]) : random.pick([0, 8]),
    flags: random.chance(0.05) ? random.pick([0, 1, 6, 0x808]) : 0x800,
    size: maybe(random.pick(numbers)),
    compressedSize: maybe(random.pick(numbers)),
    crc: maybe(1),
    mode: random.pick([0o100644, 0o100755, 0o120777, 0o040755, 0]),
    header: maybe({ size: random.pick(numbers), crc: 1, flags: 8 }),
    headerName: maybe('demo/other.py'),
    localExtra: maybe(
      Buffer.from([random.pick([1, 0x75]), random.pick([0, 0x70]), random.between(0, 9), 0, 1, 2, 3]),
    ),
    extra: maybe(Buffer.from([1, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0])),
    unicodePath: maybe('demo/ü.py'),
    comment: maybe('comment'),
    descriptor: maybe(true),
    zip64: maybe(true),
    unlisted: maybe(true),
    absent: maybe(true),
    before: maybe(Buffer.alloc(random.between(1, 40))),
  };
}

function ends(random: Random): RawArchive {
  const rarely = <Value>(value: Value): { readonly it?: Value } => (random.chance(0.03) ? { it: value } : {});
  const count = rarely(random.pick([0, 1, 100, 70_000, 2 ** 33])).it;
  const locator = rarely(random.pick(numbers)).it;
  const directoryOffset = rarely(random.pick(numbers)).it;
  return {
    zip64: random.chance(0.1),
    ...(count !== undefined && { count }),
    ...(locator !== undefined && { locator }),
    ...(directoryOffset !== undefined && { directoryOffset }),
    gap: rarely(9).it ?? 0,
    comment: rarely('PK\u0005\u0006').it ?? '',
  };
}

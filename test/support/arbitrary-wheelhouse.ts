import fc from 'fast-check';
import type {
  IndexFileDeclaration,
  WheelDeclaration,
  WheelhouseDeclaration,
} from '../../fixtures/declaration.ts';

const project = fc.constantFrom('six', 'Foo.Bar', 'foo_bar', 'torch', 'a', 'x'.repeat(60), 'ünï', '-', '');
const version = fc.constantFrom(
  ...['1.0', '1.0.0', '1!2.0rc1.post2.dev3', '01.0', '2026.7.19', '1.0-1', 'x', ''],
  ...['1.0+mysite', '1.0+mysite.mysite', '1.0+Cu_118', '1.0+my-site', '9'.repeat(100)],
);
const build = fc.constantFrom('', '', '', '-1', '-01x', '-x');
const tags = fc.constantFrom(
  ...['py3-none-any', 'py2.py3-none-any', 'cp311-cp311-linux_x86_64', 'py3-none-macosx_11_0_universal2'],
  ...['cp311-abi3-manylinux_2_17_x86_64.manylinux2014_x86_64', 'py3-none-win_amd64.any', 'none', 'a-b-c-d'],
);

const filename = fc.tuple(project, version, build, tags).map(([p, v, b, t]) => `${p}-${v}${b}-${t}.whl`);

const member = fc.constantFrom(
  'pkg/__init__.py',
  'pkg/_c.so',
  '_x.cpython-311-x86_64-linux-gnu.so',
  'a"b,c.pyd',
);
const content = fc.constantFrom(
  ...['', 'text\n', 'binary: elf x86_64', 'binary: elf aarch64 executable', 'binary: pe amd64'],
  ...['binary: mach-o universal2', 'binary: elf cuda', '\u0000\u001b[2J'],
);
const requirement = fc.constantFrom(
  ...['numpy', 'nvidia-cudnn-cu13==9; extra == "gpu"', 'cuda-toolkit[all]>=12,<13', '(', ''],
  ...['nvidia-nccl-cu12; platform_system == "Windows"', 'six @ https://example.org/six.whl', 'a'.repeat(500)],
);

const row = fc.oneof(
  fc.string({ maxLength: 80 }),
  fc
    .tuple(
      member,
      fc.constantFrom('', 'sha256=x', 'md5=', 'sha256=x='),
      fc.constantFrom('', '0', '-1', '9'.repeat(30)),
    )
    .map((fields) => fields.join(',')),
);

const wheel: fc.Arbitrary<WheelDeclaration> = fc.record(
  {
    filename,
    folder: fc.constantFrom('', 'deep/er', 'with space'),
    name: fc.oneof(project, fc.string({ maxLength: 8 })),
    version: fc.oneof(
      version,
      fc.string({ maxLength: 8 }).map((text) => text.replaceAll(/[\\/:]/g, '_')),
    ),
    'requires-python': fc.constantFrom('>=3.8', 'nonsense', ''),
    requires: fc.array(requirement, { maxLength: 4 }),
    files: fc.dictionary(member, content, { maxKeys: 3, noNullPrototype: true }),
    'dist-info': fc.dictionary(
      fc.constantFrom('WHEEL', 'RECORD', 'METADATA', 'entry_points.txt', 'licenses/LICENSE'),
      fc.oneof(content, fc.string({ maxLength: 80 })),
      { maxKeys: 2, noNullPrototype: true },
    ),
    omit: fc.subarray(['WHEEL', 'RECORD', 'METADATA'], { maxLength: 1 }),
    record: fc.dictionary(member, row, { maxKeys: 3, noNullPrototype: true }),
    damaged: fc.constant([]),
    raw: fc.string({ maxLength: 100 }),
    cut: fc.nat(1500),
  },
  { requiredKeys: ['filename', 'folder', 'requires', 'files', 'dist-info', 'omit', 'record', 'damaged'] },
);

const indexFile: fc.Arbitrary<IndexFileDeclaration> = fc.record(
  {
    filename: fc.oneof(
      filename,
      fc.constantFrom('six-1.0.tar.gz', 'six-1.0.zip', 'six', 'six-1.0-py3-none-any.whl'),
    ),
    sha256: fc.constantFrom('a'.repeat(64), 'nonsense'),
    size: fc.nat(2000),
    yanked: fc.constantFrom(false, true, 'broken\u001b[2J'),
    'requires-python': fc.constantFrom('>=3.8', 'nonsense'),
  },
  { requiredKeys: ['filename', 'yanked'] },
);

/** Wheelhouses of all that the language of `fixtures/` can say, likely and unlikely, without two wheels at one place. */
export const arbitraryWheelhouse: fc.Arbitrary<WheelhouseDeclaration> = fc.record({
  wheel: fc.uniqueArray(wheel, {
    minLength: 1,
    maxLength: 12,
    selector: ({ folder, filename: name }) => `${folder}/${name}`,
  }),
  index: fc.array(indexFile, { maxLength: 8 }),
  lock: fc.constant<WheelhouseDeclaration['lock']>([]),
  stack: fc.constantFrom([], [{ name: 'both', 'find-links': ['b', 'a'] }]),
  target: fc.constant({ manylinux: true }),
});

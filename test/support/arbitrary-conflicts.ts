import fc from 'fast-check';
import { declareWheel, type WheelhouseDeclaration } from '../../fixtures/declaration.ts';

const filename = fc
  .record({
    version: fc.constantFrom('1.0', '1.0', '1.0.0', '1.0+a', '1.0+torch29', '1.0+torch210', '1.1'),
    build: fc.constantFrom('', '', '', '-1', '-01', '-2'),
    tags: fc.constantFrom(
      ...['py3-none-any', 'py3-none-any', 'py2.py3-none-any', 'py2-none-any', 'cp311.py3-none-any'],
      ...['cp39-cp39-linux_x86_64', 'cp311-cp311-linux_x86_64', 'cp311-cp311-manylinux_2_17_x86_64'],
      ...['cp311-cp311-manylinux_2_17_x86_64.manylinux2014_x86_64', 'cp39-abi3-manylinux_2_28_x86_64'],
      ...['cp313-cp313t-linux_x86_64', 'cp311-cp311-macosx_11_0_arm64', 'cp311-cp311-win_amd64', 'odd'],
    ),
  })
  .map(({ version, build, tags }) => `demo-${version}${build}-${tags}.whl`);

const wheel = fc
  .record({
    filename,
    folder: fc.constantFrom('a', 'b', 'c'),
    content: fc.constantFrom('one', 'one', 'two'),
    version: fc.constantFrom(undefined, undefined, undefined, undefined, '1.0'),
    'requires-python': fc.constantFrom(undefined, undefined, undefined, '>=3.11'),
  })
  .map(({ content, ...rest }) => declareWheel({ ...given(rest), files: { 'demo.py': content } }));

const indexFile = fc
  .record({
    filename: fc.oneof(
      { weight: 6, arbitrary: filename },
      { weight: 1, arbitrary: fc.constantFrom('demo-1.0.tar.gz', 'demo-1.0+z.tar.gz', 'demo-1.1.tar.gz') },
    ),
    sha256: fc.constantFrom('b'.repeat(64), undefined),
    yanked: fc.constantFrom(false, false, false, true),
    'requires-python': fc.constantFrom(undefined, undefined, '>=3.11'),
  })
  .map(given);

/** Without the keys that have no value. */
function given<Some extends object>(some: Some): { [Key in keyof Some]: Exclude<Some[Key], undefined> };
function given(some: object): object {
  return Object.fromEntries(Object.entries(some).filter(([, value]) => value !== undefined));
}

const stacks: WheelhouseDeclaration['stack'][] = [
  [],
  [{ name: 'all', 'find-links': ['b', 'a', 'c'] }],
  [
    { name: 'first', 'find-links': ['b', 'a'] },
    { name: 'second', 'find-links': ['c', 'b'] },
  ],
];

const installers = [
  ...['pip@20.2', 'pip@21.0', 'pip@26.2', 'pip@26.3', 'uv', 'uv:unsafe-best-match', 'pdm', 'poetry'],
];

/** Wheelhouses of one project whose files are near to each other, with an index, stacks and targets. */
export const arbitraryConflicts: fc.Arbitrary<WheelhouseDeclaration> = fc
  .record({
    wheel: fc.uniqueArray(wheel, {
      minLength: 1,
      maxLength: 8,
      selector: ({ folder, filename: name }) => `${folder}/${name}`,
    }),
    index: fc.uniqueArray(indexFile, { maxLength: 6, selector: ({ filename: name }) => name }),
    hasCopies: fc.boolean(),
    lock: fc.constant<WheelhouseDeclaration['lock']>([]),
    stack: fc.constantFrom(...stacks),
    target: fc.record({
      installers: fc.subarray(installers, { minLength: 1 }),
      python: fc.subarray(['3.9', '3.11', '3.13t'], { minLength: 1 }),
      platform: fc.constantFrom<string[]>(
        ['linux_x86_64'],
        ['linux_x86_64', 'macosx_14_0_arm64', 'win_amd64'],
      ),
      manylinux: fc.boolean(),
    }),
  })
  .map(({ hasCopies, index, ...rest }) => ({
    ...rest,
    index: index.map((file) => {
      const isLocal = rest.wheel.some(({ filename: name }) => name === file.filename);
      return hasCopies && isLocal ? { ...file, sha256: 'same' } : file;
    }),
  }));

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Layout } from '../../../src/wheel/layout/layout.ts';
import { fileSuffix } from '../../../src/wheel/native/file-suffix.ts';
import { namesOf } from '../../support/directory-entries.ts';
import { member } from '../../support/member.ts';

const name = fc
  .array(fc.constantFrom('a', 'b.c', '.', '/', 'so', '.so', '.py', 'x.so/', '.so.1'), {
    minLength: 1,
    maxLength: 5,
  })
  .map((parts) => parts.join(''));

/** By definition. */
function suffixOf(path: string): string {
  const base = path.slice(path.lastIndexOf('/') + 1);
  return base.includes('.') ? base.slice(base.lastIndexOf('.') + 1) : '';
}

it('finds the suffix from the end of a name', () => {
  fc.assert(
    fc.property(name, (path) => {
      expect(fileSuffix(path)).toBe(suffixOf(path));
    }),
  );
});

it('has each file under its suffix, in the order of the folders', () => {
  fc.assert(
    fc.property(fc.array(name, { maxLength: 12 }), (names) => {
      const members = names.map((path) => member(path));
      const layout = new Layout({ problems: [] }, members, namesOf(members));
      const files = layout.folders.flatMap(({ files: inside }) => inside.map(({ name: path }) => path));
      expect(files.toSorted()).toEqual(names.filter((path) => !path.endsWith('/')).toSorted());
      const others = files.filter((path) => !path.endsWith('.py'));
      expect(
        Array.from(layout.bySuffix, ([suffix, group]) => [suffix, group.map((item) => item.name)]),
      ).toEqual([...Map.groupBy(others, suffixOf)]);
      for (const { path, files: inside } of layout.folders) {
        for (const file of inside) expect(file.name.slice(0, file.name.lastIndexOf('/') + 1)).toBe(path);
      }
    }),
    { numRuns: 2000 },
  );
});

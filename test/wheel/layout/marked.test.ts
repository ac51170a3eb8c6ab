import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Layout } from '../../../src/wheel/layout/layout.ts';
import { markOfFile, markOfFolder } from '../../../src/wheel/layout/marks.ts';
import { namesOf } from '../../support/directory-entries.ts';
import { member } from '../../support/member.ts';

const part = fc.constantFrom(
  ...['a', 'b.py', 'a~', '._a', '~', '._', 'x.orig', 'tox.ini', 'a.ini', 'Pipfile', 'RECORD', 'id_rsa'],
  ...[
    '.env',
    'a.o',
    '.git',
    'CVS',
    'build',
    'lib',
    'demo.egg-info',
    '.DS_Store',
    'a.swp',
    'package.json.orig',
  ],
);
const path = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'));

test('what is marked is found, whatever else is in the wheel', () => {
  fc.assert(
    fc.property(fc.uniqueArray(path, { maxLength: 8 }), (paths) => {
      const members = paths.map((name) => member(name));
      const layout = new Layout({ problems: [] }, members, namesOf(members));
      const found = Array.from(layout.marked, ([mark, names]) => names.map((name) => `${mark} ${name}`));
      expect(found.flat().toSorted()).toEqual([...new Set(paths.flatMap(marksOf))].toSorted());
    }),
    { numRuns: 5000 },
  );
});

/** By definition: of the file, or else of the first folder above it that has a mark. */
function marksOf(name: string): string[] {
  const base = name.lastIndexOf('/') + 1;
  const folder = markOfFolder(name.slice(0, base));
  const mark = markOfFile(name.slice(base));
  if (folder !== undefined) return [`${folder.mark} ${folder.path}`];
  return mark === undefined ? [] : [`${mark} ${name}`];
}

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Layout } from '../../../src/wheel/layout/layout.ts';
import { placeOf } from '../../../src/wheel/layout/place.ts';
import { namesOf } from '../../support/directory-entries.ts';
import { factsOf } from '../../support/facts.ts';
import { member } from '../../support/member.ts';

const wheel = { ...(await factsOf('demo-1.0-py3-none-any.whl')), problems: [] };

function layout(paths: readonly string[]): Layout {
  const members = paths.map((path) => member(path, { size: 1 }));
  return new Layout(wheel, members, namesOf(members));
}

describe('a folder is installed', () => {
  test.each([
    ['', 'library', ''],
    ['a/b/', 'library', 'a/b/'],
    ['demo-1.0.data/purelib/', 'library', ''],
    ['demo-1.0.data/platlib/a/', 'library', 'a/'],
    ['demo-1.0.data/scripts/', 'scripts', ''],
    ['demo-1.0.data/headers/a/', 'headers', 'a/'],
    ['demo-1.0.data/data/share/x/', 'data', 'share/x/'],
    ['demo-1.0.data/', 'unknown', ''],
    ['demo-1.0.data/etc/a/', 'unknown', 'a/'],
    ['demo-1.0.dist-info/licenses/', 'dist-info', 'licenses/'],
    ['a/b.dist-info/', 'library', 'a/b.dist-info/'],
    ['a/b.data/purelib/', 'library', 'a/b.data/purelib/'],
    ['/', 'library', '/'],
  ])("'%s' to the %s, as '%s'", (folder, section, below) => {
    const place = placeOf(folder);
    expect([place.section, folder.slice(place.start)]).toEqual([section, below]);
  });
});

describe('the top of site-packages', () => {
  const tops = (...paths: string[]) =>
    layout(paths).toplevels.map(({ path, isFolder }) => `${path}${isFolder ? ' folder' : ''}`);

  test('has files and folders of the root and of both libraries', () => {
    expect(tops('a.py', 'b/c/d.py', 'x-1.data/platlib/e/f', 'x-1.data/purelib/g', 'x-1.data/data/h')).toEqual(
      ['a.py', 'b/ folder', 'x-1.data/platlib/e/ folder', 'x-1.data/purelib/g'],
    );
  });

  test('has a folder that is only an entry of the directory', () => {
    expect(tops('a/', 'b/c/')).toEqual(['a/ folder', 'b/ folder']);
  });

  test('has one entry for a name, wherever its folders stand', () => {
    const [entry] = layout(['a/b/c', 'x', 'a/d', 'a/b/e']).toplevels;
    expect(entry?.folders.map(({ path }) => path)).toEqual(['a/b/', 'a/']);
  });
});

test('a broken archive has no layout', () => {
  const problem = { kind: 'directory', member: undefined, detail: '' } as const;
  const members = [member('a')];
  expect(new Layout({ problems: [problem] }, members, namesOf(members)).folders).toEqual([]);
});

test('every file is in the folder that its name says, in the order of the archive', () => {
  const part = fc.constantFrom('a', 'b', '', '.', '..', 'x.data', 'purelib', 'y.dist-info', 'ü');
  const path = fc.array(part, { minLength: 1, maxLength: 5 }).map((parts) => parts.join('/'));
  fc.assert(
    fc.property(fc.array(path), (paths) => {
      const found = layout(paths).folders.flatMap(({ path: folder, files }) =>
        files.map(({ name }) => {
          expect(name.slice(0, name.lastIndexOf('/') + 1)).toBe(folder);
          return name;
        }),
      );
      const files = paths.filter((name) => name !== '' && !name.endsWith('/'));
      expect(found.toSorted()).toEqual(files.toSorted());
      for (const { path: top } of layout(paths).toplevels) {
        expect(paths.some((name) => name.startsWith(top))).toBe(true);
      }
    }),
  );
});

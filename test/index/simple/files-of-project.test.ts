import fc from 'fast-check';
import { expect, test } from 'vitest';
import { filesByProject, filesOfProject } from '../../../src/index/simple/files-of-project.ts';
import { parseSdistFilename, projectsOfSdist } from '../../../src/packaging/sdist-filename.ts';
import { bare } from './pages.ts';

const files = (...names: readonly string[]) => names.map((name) => bare(name, `https://f.example/${name}`));

test.each<[string, string, boolean]>([
  ['six', 'six-1.17.0-py2.py3-none-any.whl', true],
  ['flask-login', 'Flask_Login-0.6.3-py3-none-any.whl', true],
  ['flask-login', 'flask.login-0.6.3-1-py3-none-any.whl', true],
  ['flask', 'Flask_Login-0.6.3-py3-none-any.whl', false],
  ['six', 'six-1.17.0.tar.gz', true],
  ['six', 'six-1.17.0.zip', true],
  ['flask-login', 'Flask-Login-0.6.3.tar.gz', true],
  ['flask', 'Flask-Login-0.6.3.tar.gz', false],
  ['a', 'a-1-2.zip', true],
  ['a-1', 'a-1-2.zip', true],
  ['six', 'six-1.0_cc-py3-none-any.whl', true],
  ['six', 'six-1.0-extra-long-py3-none-any-2.whl', true],
  ['six', 'SIX.whl', true],
  ['six', 'sixer-1.0_cc-py3-none-any.whl', false],
  ['six', 'six-unknown.tar.gz', false],
  ['six', 'six-1.17.0.tar.gz.asc', false],
  ['six', 'six-1.17.0-py3.11.egg', false],
  ['six', 'six', false],
])('%s: %s: %s', (project, name, expected) => {
  const others = files('before-1.0.zip', name, 'after-1.0-py3-none-any.whl');
  expect(filesOfProject(others, project)).toEqual(expected ? [others[1]] : []);
  expect(filesByProject(others).get(project)).toEqual(expected ? [others[1]] : undefined);
});

test('all files of a project stay in their order', () => {
  const mixed = files('six-2.0.zip', 'a-1.0.zip', 'six-1.0-py3-none-any.whl', 'six-bad.whl', 'six-2.0.zip');
  const six = [mixed[0], mixed[2], mixed[3], mixed[4]];
  expect(filesOfProject(mixed, 'six')).toEqual(six);
  expect(filesByProject(mixed).get('six')).toEqual(six);
});

test('the projects of an sdist are all for which its name can be read', () => {
  const name = fc.string({ unit: fc.constantFrom(...'ab1._-+'), maxLength: 12 });
  fc.assert(
    fc.property(name, fc.constantFrom('.tar.gz', '.zip', '.whl', ''), (stem, suffix) => {
      const filename = stem + suffix;
      const projects = projectsOfSdist(filename);
      for (const project of projects) expect(parseSdistFilename(filename, project)).toBeDefined();
      for (let end = 0; end <= stem.length; end++) {
        const project = stem.slice(0, end).replace(/[-_.]+/g, '-');
        expect(projects.includes(project)).toBe(parseSdistFilename(filename, project) !== undefined);
      }
    }),
    { numRuns: 1000 },
  );
});

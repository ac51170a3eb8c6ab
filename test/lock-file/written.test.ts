import fc from 'fast-check';
import { expect, test } from 'vitest';
import { promised } from './promised.ts';

/** A file as a lock lists it. */
interface Written {
  readonly project: string;
  readonly version: string;
  readonly filename: string;
  readonly sha256: string | undefined;
}

const digit = fc.constantFrom(...'0123456789abcdef');
const sha256 = fc.array(digit, { minLength: 64, maxLength: 64 }).map((digits) => digits.join(''));
const project = fc.stringMatching(/^[a-z]([a-z0-9-]{0,6}[a-z0-9])?$/).filter((name) => !name.includes('--'));
const version = fc
  .tuple(
    fc.array(fc.nat(30), { minLength: 1, maxLength: 3 }),
    fc.constantFrom('', 'rc1', '.post2', '+cc', '+cu12.cc'),
  )
  .map(([release, rest]) => release.join('.') + rest);

const written: fc.Arbitrary<Written> = fc
  .record({
    project,
    version,
    sha256: fc.option(sha256, { nil: undefined }),
    tag: fc.constantFrom('py3', '1-py3', 'cp311'),
  })
  .map(({ tag, ...file }) => ({ ...file, filename: `${file.project}-${file.version}-${tag}-none-any.whl` }));
const files = fc.array(written, { maxLength: 6 });

function withoutLines(content: string, file: string): string[] {
  return promised(content, file).map((promise) => promise.replace(/^\S+ /, ''));
}

function expected(all: readonly Written[]): string[] {
  return all.map(
    (file) => `${file.project} ${file.version} ${file.filename} ${file.sha256?.slice(0, 1) ?? '-'}`,
  );
}

/** TOML's basic strings, which JSON's are too. */
const text = JSON.stringify;
const url = (filename: string): string => text(`https://files.example/a/${encodeURIComponent(filename)}#x=1`);

const writers: Readonly<Record<string, (all: readonly Written[]) => string>> = {
  'pylock.toml': (all) =>
    `lock-version = "1.0"\npackages = [${all.map(
      ({ sha256, ...file }) =>
        `{ name = ${text(file.project)}, version = ${text(file.version)}, wheels = [{ url = ${url(file.filename)}, hashes = {${sha256 === undefined ? '' : `sha256 = "${sha256}"`}} }] }`,
    )}]`,
  'uv.lock': (all) =>
    `version = 1\n${all
      .map(
        ({ sha256, ...file }) =>
          `[[package]]\nname = ${text(file.project)}\nversion = ${text(file.version)}\nwheels = [{ url = ${url(file.filename)}${sha256 === undefined ? '' : `, hash = "sha256:${sha256}"`} }]\n`,
      )
      .join('')}`,
  'poetry.lock': (all) =>
    `${all
      .map(
        ({ sha256, ...file }) =>
          `[[package]]\nname = ${text(file.project)}\nversion = ${text(file.version)}\nfiles = [{ file = ${text(file.filename)}${sha256 === undefined ? '' : `, hash = "sha256:${sha256}"`} }]\n`,
      )
      .join('')}[metadata]\nlock-version = "2.1"\n`,
  'pyodide-lock.json': (all) =>
    JSON.stringify({
      info: {},
      packages: Object.fromEntries(
        all.map((file, at) => [
          `p${at}`,
          { name: file.project, version: file.version, file_name: file.filename, sha256: file.sha256 },
        ]),
      ),
    }),
};

test.each(Object.entries(writers))('what is written as %s is read again', (file, write) => {
  fc.assert(
    fc.property(files, (all) => {
      expect(withoutLines(write(all), file)).toEqual(expected(all));
    }),
  );
});

test('the line of a promise is one with its hash', () => {
  fc.assert(
    fc.property(files, fc.constantFrom(...Object.entries(writers)), (all, [file, write]) => {
      const content = write(all).replaceAll(', ', ',\n').replaceAll('},', '},\n\n');
      const lines = content.split('\n');
      // A line break may not stand everywhere in TOML.
      fc.pre(file === 'pyodide-lock.json' || !/\{[^{}[\]]*\n/.test(content));
      for (const promise of promised(content, file)) {
        const [line = '', , , , hash = ''] = promise.split(' ');
        if (line !== '-')
          expect(lines[Number(line) - 1]).toMatch(new RegExp(`"(?:sha256:)?${hash}[0-9a-f]{63}"`));
      }
    }),
  );
});

const gap = fc.constantFrom(' ', '  ', ' \\\n    ', ' \\\r\n  ');
const between = fc.constantFrom(
  '',
  '\n',
  '# comment\n',
  '    # via demo\n',
  '-c constraints.txt\n',
  '--pre\n',
);

test('requirements are read again, however they are broken into lines', () => {
  const line = fc.record({
    project,
    version,
    hashes: fc.array(sha256, { maxLength: 3 }),
    gap,
    between,
    end: fc.constantFrom('\n', ' # x\n', '\r\n'),
  });
  fc.assert(
    fc.property(fc.array(line, { maxLength: 6 }), (all) => {
      const content = all
        .map(
          (one) =>
            one.between +
            [`${one.project}==${one.version}`, ...one.hashes.map((hash) => `--hash=sha256:${hash}`)].join(
              one.gap,
            ) +
            one.end,
        )
        .join('');
      const starts = content.replaceAll('\\\r\n', '\\\n').split('\n');
      const promises = promised(content, 'requirements.txt');
      expect(promises.map((promise) => promise.replace(/^\S+ /, ''))).toEqual(
        all.map(
          (one) => `${one.project} ${one.version} - ${one.hashes.map((hash) => hash[0]).join('') || '-'}`,
        ),
      );
      for (const [at, promise] of promises.entries()) {
        expect(starts[Number(promise.split(' ')[0]) - 1]).toMatch(new RegExp(`^${all[at]?.project}==`));
      }
    }),
  );
});

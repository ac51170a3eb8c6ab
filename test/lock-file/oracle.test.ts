import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import * as v from 'valibot';
import { beforeAll, describe, expect, test } from 'vitest';
import { UsageError } from '../../src/errors.ts';
import { parseLockFile } from '../../src/lock-file/parse-lock-file.ts';
import { readLockFile } from '../../src/lock-file/read-lock-file.ts';
import { normalizeName } from '../../src/packaging/name.ts';
import { parseVersion } from '../../src/packaging/version.ts';
import { tempFolder, writeFiles } from '../support/temp-wheelhouse.ts';

const script = fileURLToPath(new URL('oracle.py', import.meta.url));

const answerSchema = v.object({
  missing: v.optional(v.string()),
  pip: v.optional(v.string()),
  pylock: v.array(v.nullable(v.array(v.tuple([v.string(), v.string(), v.string(), v.string()])))),
  requirements: v.array(
    v.nullable(v.array(v.tuple([v.string(), v.number(), v.string(), v.string(), v.array(v.string())]))),
  ),
});

function ask(question: Readonly<Record<string, readonly string[]>>): v.InferOutput<typeof answerSchema> {
  const child = spawnSync('python3', [script], {
    input: JSON.stringify(question),
    encoding: 'utf8',
    maxBuffer: 1024 ** 3,
  });
  const nothing = { pylock: [], requirements: [] };
  if (child.error !== undefined)
    return { missing: `python3 does not start: ${child.error.message}`, ...nothing };
  if (child.status !== 0)
    return { missing: `python3 cannot run it: ${child.stderr.trim().slice(-200)}`, ...nothing };
  return v.parse(answerSchema, JSON.parse(child.stdout));
}

const present = ask({});
const label = present.missing === undefined ? `pip ${present.pip}` : `SKIPPED: ${present.missing}`;
const hashes = ['a', 'b', 'c'].map((digit) => digit.repeat(64));

/** Pieces of which most make a file that pip takes, and some make pip stumble. */
const piece = fc.constantFrom(
  ...[
    'demo==1.0',
    'Demo_X[a,b]==2.0+cc',
    'foo===1.0',
    'foo==1.*',
    'bar>=1,<2',
    'bar',
    "x==1 ; os_name == 'nt'",
    'foo==1.0.0',
  ],
  ...hashes.map((hash) => ` --hash=sha256:${hash}`),
  ...[
    ` --hash sha256:${hashes[0]}`,
    ` --hash="sha256:${hashes[1]}"`,
    ` --hash=sha512:${hashes.slice(0, 2).join('')}`,
  ],
  ...[
    ' \\\n',
    '\\\n    ',
    '\n',
    '\n',
    '\n',
    '\r\n',
    ' # comment',
    '# comment',
    ' #',
    '\t',
    ' ',
    '\\',
    '\n\n',
    '\\\n# c\n',
  ],
  ...[
    '\n-r more.txt\n',
    '\n-c constraints.txt\n',
    '\n--requirement=more.txt',
    '\n--pre\n',
    '\n--no-index --find-links wheels\n',
  ],
  ...[
    '\n-i https://index.example/simple#x\n',
    '\ny @ https://files.example/y-1-py3-none-any.whl\n',
    '==',
    '\n-e .\n',
  ],
);

describe.skipIf(present.missing !== undefined)(`beside ${label}`, () => {
  let folder = '';

  beforeAll(async () => {
    folder = await tempFolder();
    await writeFiles(folder, {
      'more.txt': `\nmore==3 --hash=sha256:${hashes[2]}\n-r again.txt\n`,
      'again.txt': 'again==4',
      'constraints.txt': `constrained==5 --hash=sha256:${hashes[2]}`,
    });
  });

  test('requirements files say the same', async () => {
    const contents = fc.sample(
      fc.array(piece, { maxLength: 12 }).map((parts) => parts.join('')),
      3000,
    );
    const paths = contents.map((_, at) => join(folder, `requirements-${at}.txt`));
    await writeFiles(
      folder,
      Object.fromEntries(contents.map((content, at) => [`requirements-${at}.txt`, content])),
    );
    const theirs = ask({ requirements: paths }).requirements;
    const differences = [];
    let compared = 0;
    for (const [at, path] of paths.entries()) {
      const known = theirs[at];
      if (known === null || known === undefined) continue;
      compared += known.length;
      const mine = await seenIn(path).catch(refusalOf);
      // pip finds out when it has downloaded the file; a hash that can fit nothing is damage.
      if (typeof mine === 'string' && mine.includes('with 64 hexadecimal digits')) continue;
      const same = known.map(([file, line, name, version, all]) => [
        `${file}:${line}`,
        normalizeName(name),
        parseVersion(version)?.normal,
        ...all,
      ]);
      // An included file comes where it is included in pip, and at the end in ours; pip reads it each time.
      if (JSON.stringify(typeof mine === 'string' ? mine : inOrder(mine)) !== JSON.stringify(inOrder(same)))
        differences.push({ content: contents[at], mine, same });
    }
    expect(differences.slice(0, 3)).toEqual([]);
    expect(compared).toBeGreaterThan(300);
  });

  test('TOML has the same values', () => {
    const word = fc.string({ unit: fc.constantFrom(...'ab"\'\\\n\t é\u{1f600}#=[]{}'), maxLength: 8 });
    const spelled = word.chain((text) => fc.constantFrom(...spellings(text)));
    const lock = fc
      .tuple(spelled, spelled, fc.constantFrom(...hashes), fc.boolean())
      .map(
        ([name, more, hash, dotted]) =>
          `lock-version = "1.0"\n[[packages]]\nname = ${name}\nversion = '1.0' # ${'x'}\n'odd key'.x = ${more}\nwheels = [\n  {name = "demo-1.0-py3-none-any.whl", ${dotted ? `hashes.sha256 = "${hash}"` : `hashes = {sha256 = '${hash}'}`}},\n]\n`,
      );
    // smol-toml 1.9.1 loses the first of four quotes behind a backslash that ends a line.
    const texts = fc.sample(
      lock.filter((text) => !/\\\s*\n\s*"{4}/.test(text)),
      1000,
    );
    const theirs = ask({ pylock: texts }).pylock;
    const mine = texts.map((text) => {
      try {
        return parseLockFile(text, 'pylock.toml').promises.map(({ project, version, filename, sha256s }) => [
          project,
          version.normal,
          filename,
          ...sha256s,
        ]);
      } catch (error) {
        if (error instanceof UsageError) return null;
        throw error;
      }
    });
    const same = theirs.map((all) => all?.map(([name, ...rest]) => [normalizeName(name), ...rest]) ?? null);
    const differences = texts.flatMap((text, at) =>
      same[at]?.length === 0 || JSON.stringify(mine[at]) === JSON.stringify(same[at])
        ? []
        : [{ text, mine: mine[at], same: same[at] }],
    );
    expect(theirs.length).toBe(texts.length);
    expect(differences.slice(0, 3)).toEqual([]);
    expect(same.filter((all) => all !== null).length).toBeGreaterThan(500);
  });
});

function spellings(text: string): string[] {
  return [JSON.stringify(text), `'${text}'`, `"${text}"`, `'''${text}'''`, `"""${text}"""`];
}

async function seenIn(path: string) {
  const { promises } = await readLockFile({ path, display: path.slice(path.lastIndexOf('/') + 1) });
  return promises.map(({ project, version, file, line, sha256s }) => [
    `${file}:${line}`,
    project,
    version.normal,
    ...sha256s,
  ]);
}

function refusalOf(error: unknown): string {
  if (error instanceof UsageError) return error.message;
  throw error;
}

function inOrder(rows: readonly (readonly unknown[])[]): string[] {
  return [...new Set(rows.map((row) => JSON.stringify(row)))].sort();
}

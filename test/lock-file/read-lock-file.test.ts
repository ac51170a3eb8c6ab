import { execFileSync } from 'node:child_process';
import { chmod, symlink, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { UsageError } from '../../src/errors.ts';
import type { LockFile } from '../../src/lock-file/lock-file.ts';
import { readLockFile } from '../../src/lock-file/read-lock-file.ts';
import { tempFolder, writeFiles } from '../support/temp-wheelhouse.ts';
import { a, b, c } from './promised.ts';

let folder = '';

beforeAll(async () => {
  folder = await tempFolder();
});

function read(path: string): Promise<LockFile> {
  return readLockFile({ path: join(folder, path), display: `../here/${path}` });
}

async function complaintAbout(path: string): Promise<string> {
  const error = await read(path).catch((reason: unknown) => reason);
  if (!(error instanceof UsageError)) throw new Error('the lock file is taken', { cause: error });
  return error.message;
}

describe('included requirements files', () => {
  test('count with their own names and lines, each once', async () => {
    await writeFiles(folder, {
      'all/main.txt': `-r sub/more.txt\none==1 --hash=sha256:${a}\n-r ./sub/../sub/more.txt\n`,
      'all/sub/more.txt': `two==2 --hash=sha256:${b}\n-r deep/last.txt\n-r ../main.txt`,
      'all/sub/deep/last.txt': `\nthree==3 --hash=sha256:${c}\n-c no-such-constraints.txt`,
    });
    const { display, promises } = await read('all/main.txt');
    expect(display).toBe('../here/all/main.txt');
    expect(promises.map(({ project, file, line }) => `${project} ${file}:${line}`)).toEqual([
      'one ../here/all/main.txt:2',
      'two ../here/all/sub/more.txt:1',
      'three ../here/all/sub/deep/last.txt:2',
    ]);
  });

  test.each([
    '../outside.txt',
    '/etc/passwd',
    'https://files.example/r.txt',
    'file:///etc/passwd',
    'sub/../../o.txt',
  ])('are not looked for elsewhere: %s', async (path) => {
    await writeFiles(folder, { 'fence/main.txt': `\n-r ${path}`, 'outside.txt': 'x==1' });
    expect(await complaintAbout('fence/main.txt')).toBe(
      `The lock file '../here/fence/main.txt' includes '${path}' in line 2, which is not in or below the folder of '../here/fence/main.txt': name it as a lock file of its own.`,
    );
  });

  test('must be there, and must be requirements', async () => {
    await writeFiles(folder, { 'missing.txt': '-r no/such.txt', 'odd.txt': '-r odd.yml', 'odd.yml': '' });
    expect(await complaintAbout('missing.txt')).toBe("There is no lock file '../here/no/such.txt'.");
    expect(await complaintAbout('odd.txt')).toMatch(/^'\.\.\/here\/odd\.yml' is no lock file that is known/);
  });

  test('are not endless', async () => {
    const chain = Array.from({ length: 1001 }, (_, at): [string, string] => [
      `chain/${at}.txt`,
      `-r ${at + 1}.txt`,
    ]);
    await writeFiles(folder, Object.fromEntries(chain));
    expect(await complaintAbout('chain/0.txt')).toBe(
      "The lock file '../here/chain/0.txt' includes more than 1000 files.",
    );
  });
});

describe('what cannot be read', () => {
  test('a folder, a missing file', async () => {
    await writeFiles(folder, { 'folder.txt/x': '' });
    expect(await complaintAbout('folder.txt')).toBe("The lock file '../here/folder.txt' is not a file.");
    expect(await complaintAbout('folder.txt/x/y.txt')).toBe(
      "There is no lock file '../here/folder.txt/x/y.txt'.",
    );
  });

  test.skipIf(process.platform === 'win32')('a pipe, which would wait for ever', async () => {
    execFileSync('mkfifo', [join(folder, 'pipe.txt')]);
    await symlink('loop.txt', join(folder, 'loop.txt'));
    expect(await complaintAbout('pipe.txt')).toBe("The lock file '../here/pipe.txt' is not a file.");
    expect(await complaintAbout('loop.txt')).toBe("The lock file '../here/loop.txt' cannot be read (ELOOP).");
  });

  test.skipIf(process.getuid?.() === 0)(
    'a file that is not ours to read (skipped for root, who may read all)',
    async () => {
      await writeFiles(folder, { 'secret.txt': '' });
      await chmod(join(folder, 'secret.txt'), 0);
      expect(await complaintAbout('secret.txt')).toBe(
        "The lock file '../here/secret.txt' cannot be read (EACCES).",
      );
    },
  );

  test('a file of gigabytes', async () => {
    await writeFiles(folder, { 'big.txt': '' });
    await truncate(join(folder, 'big.txt'), 2 ** 33);
    expect(await complaintAbout('big.txt')).toBe("The lock file '../here/big.txt' is longer than 16 MiB.");
  });
});

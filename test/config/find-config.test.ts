import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { UsageError } from '../../src/errors.ts';
import { tempFolder, writeFiles } from '../support/temp-wheelhouse.ts';
import { load } from './load.ts';

let folder = '';

beforeAll(async () => {
  folder = await tempFolder();
  await writeFiles(folder, {
    'wheelhouse-lint.toml': 'label = "outer"',
    'own/wheelhouse-lint.toml': 'label = "own"',
    'own/pyproject.toml': '[tool.wheelhouse-lint]\nlabel = "shared"',
    'own/deep/er/wheels.txt': '',
    'shared/pyproject.toml': '[project]\nname = "x"\n[tool.wheelhouse-lint]\nlabel = "shared"',
    'other/pyproject.toml': '[project]\nname = "x"\n[tool.ruff]\nline-length = 100',
    'empty/wheelhouse-lint.toml': '',
    'other-name.toml': 'label = "named"',
  });
  await mkdir(join(folder, 'folder/wheelhouse-lint.toml'), { recursive: true });
});

async function labelIn(place: string, config?: string | false): Promise<string | undefined> {
  return (await load(join(folder, place), { config })).label;
}

describe('the nearest file counts', () => {
  test.each([
    ['its own folder', 'own', 'own'],
    ['a folder above', 'own/deep/er', 'own'],
    ['wheelhouse-lint.toml before pyproject.toml', 'own', 'own'],
    ['a pyproject.toml with our table', 'shared', 'shared'],
    ['a pyproject.toml without our table is passed over', 'other', 'outer'],
    ['files are not merged: an empty one counts', 'empty', undefined],
  ])('%s', async (_name, place, label) => {
    expect(await labelIn(place)).toBe(label);
  });

  test('its path is known', async () => {
    expect((await load(join(folder, 'own/deep'), {})).path).toBe(join(folder, 'own/wheelhouse-lint.toml'));
  });
});

describe('--config', () => {
  test.each([
    ['a file of any name, relative to the working directory', '../other-name.toml', 'named'],
    ['a pyproject.toml', '../shared/pyproject.toml', 'shared'],
  ])('%s', async (_name, config, label) => {
    expect(await labelIn('own', config)).toBe(label);
  });

  test.each([
    ['no/such.toml', "There is no configuration file 'no/such.toml'."],
    [
      '../other/pyproject.toml',
      "The configuration '../other/pyproject.toml' is missing, or has no table [tool.wheelhouse-lint].",
    ],
  ])('%s is an error', async (config, message) => {
    await expect(labelIn('own', config)).rejects.toThrow(new UsageError(message));
  });

  test('a folder is an error', async () => {
    await expect(labelIn('.', 'own')).rejects.toThrow(/^The configuration '.*own' cannot be read: EISDIR/);
  });
});

test('--no-config reads none', async () => {
  expect(await load(join(folder, 'own'), { config: false })).toMatchObject({
    path: undefined,
    label: undefined,
    preset: 'recommended',
    sources: { indexes: [{ url: 'https://pypi.org/pypi', api: 'auto' }] },
  });
});

test('a folder with the name of the file is an error, not passed over', async () => {
  await expect(labelIn('folder')).rejects.toThrow(/^The configuration '.*' cannot be read: EISDIR/);
});

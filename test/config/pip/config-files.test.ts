import { describe, expect, it, test } from 'vitest';
import { findPipFiles } from '../../../src/config/pip/config-files.ts';
import type { PipMachine } from '../../../src/config/pip/machine.ts';
import { type Files, linux, memoryDisk } from './memory-disk.ts';

/** Where pip looks, weakest first, with what it finds. */
async function places(machine: PipMachine, files: Files = {}): Promise<string[]> {
  const found = await findPipFiles(machine, memoryDisk(files));
  return found.map(({ kind, path, state }) => `${kind} ${path} ${state}`);
}

/** The places alone. */
async function paths(machine: PipMachine, files: Files = {}): Promise<string[]> {
  return (await findPipFiles(machine, memoryDisk(files))).map(({ path }) => path);
}

describe('on Linux', () => {
  it('looks into the folders of the machine, the user and the virtual environment', async () => {
    expect(await places(linux({ VIRTUAL_ENV: '/venv' }), { '/etc/pip.conf': '' })).toEqual([
      'global /etc/xdg/pip/pip.conf missing',
      'global /etc/pip.conf read',
      'user /home/me/.pip/pip.conf missing',
      'user /home/me/.config/pip/pip.conf missing',
      'site /venv/pip.conf missing',
    ]);
  });

  test.each<[string, NodeJS.ProcessEnv, string[]]>([
    [
      'XDG_CONFIG_DIRS, of which the last is the strongest',
      { XDG_CONFIG_DIRS: ' /a:/b/: :c ' },
      ['/a/pip/pip.conf', '/b/pip/pip.conf', '/work/c/pip/pip.conf', '/etc/pip.conf'],
    ],
    ['an empty XDG_CONFIG_DIRS', { XDG_CONFIG_DIRS: ' ' }, ['/etc/xdg/pip/pip.conf', '/etc/pip.conf']],
  ])('takes %s', async (_name, environment, expected) => {
    expect(await paths(linux(environment))).toEqual([
      ...expected,
      '/home/me/.pip/pip.conf',
      '/home/me/.config/pip/pip.conf',
    ]);
  });

  test.each<[string, NodeJS.ProcessEnv, string[]]>([
    ['HOME', { HOME: '/other/' }, ['/other/.pip/pip.conf', '/other/.config/pip/pip.conf']],
    ['an empty HOME', { HOME: '' }, ['/.pip/pip.conf', '/.config/pip/pip.conf']],
    ['XDG_CONFIG_HOME', { XDG_CONFIG_HOME: '/c' }, ['/home/me/.pip/pip.conf', '/c/pip/pip.conf']],
    [
      'an empty XDG_CONFIG_HOME',
      { XDG_CONFIG_HOME: '' },
      ['/home/me/.pip/pip.conf', '/home/me/.config/pip/pip.conf'],
    ],
    [
      'no virtual environment where VIRTUAL_ENV is empty',
      { VIRTUAL_ENV: '' },
      ['/home/me/.pip/pip.conf', '/home/me/.config/pip/pip.conf'],
    ],
  ])('takes %s', async (_name, environment, expected) => {
    expect((await paths(linux(environment))).slice(2)).toEqual(expected);
  });
});

describe('PIP_CONFIG_FILE', () => {
  const files = { '/site/pip.conf': '', '/home/me/.config/pip/pip.conf': '', '/etc/pip.conf': '' };

  it('is the strongest file, and switches those of the user off', async () => {
    const machine = linux({ PIP_CONFIG_FILE: '/site/pip.conf', VIRTUAL_ENV: '/venv' });
    expect((await places(machine, files)).slice(1)).toEqual([
      'global /etc/pip.conf read',
      'user /home/me/.pip/pip.conf switched off',
      'user /home/me/.config/pip/pip.conf switched off',
      'site /venv/pip.conf missing',
      'named /site/pip.conf read',
    ]);
  });

  it('switches nothing off where there is no such file', async () => {
    expect((await places(linux({ PIP_CONFIG_FILE: '/none' }), files)).slice(3)).toEqual([
      'user /home/me/.config/pip/pip.conf read',
      'named /none missing',
    ]);
  });

  it('switches those of the user off even if it cannot be read', async () => {
    const machine = linux({ PIP_CONFIG_FILE: '/locked' });
    expect((await places(machine, { ...files, '/locked': undefined })).slice(3)).toEqual([
      'user /home/me/.config/pip/pip.conf switched off',
      'named /locked unreadable',
    ]);
  });

  it('means nothing if it is empty', async () => {
    expect(await places(linux({ PIP_CONFIG_FILE: '' }), files)).toEqual(await places(linux(), files));
  });

  it('switches all files off if it is /dev/null, written in this way', async () => {
    const machine = linux({ PIP_CONFIG_FILE: '/dev/null', VIRTUAL_ENV: '/venv' });
    const found = await places(machine, files);
    expect(found).toHaveLength(5);
    expect(found.filter((place) => !place.endsWith(' switched off'))).toEqual([]);
    expect(await places(linux({ PIP_CONFIG_FILE: '/dev//null' }), files)).toContain(
      'global /etc/pip.conf read',
    );
  });

  it('is relative to the working directory, and knows no home folder', async () => {
    expect(await paths(linux({ PIP_CONFIG_FILE: 'my.conf' }))).toContain('/work/my.conf');
    expect(await paths(linux({ PIP_CONFIG_FILE: '~/my.conf' }))).toContain('/work/~/my.conf');
  });

  it('keeps the place of a file that counts anyway', async () => {
    const machine = linux({ PIP_CONFIG_FILE: '/etc/pip.conf', VIRTUAL_ENV: '/venv' });
    expect((await places(machine, files)).slice(1)).toEqual([
      'global /etc/pip.conf read',
      'user /home/me/.pip/pip.conf switched off',
      'user /home/me/.config/pip/pip.conf switched off',
      'site /venv/pip.conf missing',
    ]);
  });

  it('is the strongest file again if it names that file in other words', async () => {
    const machine = linux({ PIP_CONFIG_FILE: '/etc/../etc/pip.conf', VIRTUAL_ENV: '/venv' });
    expect((await places(machine, files)).at(-1)).toBe('named /etc/pip.conf read');
  });

  it('is told to be missing also where pip looks anyway', async () => {
    const machine = linux({ PIP_CONFIG_FILE: '/home/me/.pip/pip.conf' });
    expect((await places(machine, files)).at(-1)).toBe('named /home/me/.pip/pip.conf missing');
  });

  it('can name the file of the user', async () => {
    const machine = linux({ PIP_CONFIG_FILE: '/home/me/.config/pip/pip.conf' });
    expect(await places(machine, files)).toContain('named /home/me/.config/pip/pip.conf read');
  });
});

describe('on macOS', () => {
  const mac: PipMachine = { ...linux(), platform: 'darwin', home: '/Users/me' };
  const usual = ['/Library/Application Support/pip/pip.conf', '/Users/me/.pip/pip.conf'];

  test.each<[string, Files, NodeJS.ProcessEnv, string]>([
    ['~/.config by default', {}, {}, '/Users/me/.config/pip/pip.conf'],
    [
      'Application Support where pip has a folder there',
      { '/Users/me/Library/Application Support/pip/other': '' },
      {},
      '/Users/me/Library/Application Support/pip/pip.conf',
    ],
    [
      'XDG_DATA_HOME where pip has a folder there',
      { '/d/pip/x': '' },
      { XDG_DATA_HOME: '/d' },
      '/d/pip/pip.conf',
    ],
    ['not XDG_CONFIG_HOME', {}, { XDG_CONFIG_HOME: '/c' }, '/Users/me/.config/pip/pip.conf'],
  ])('takes %s', async (_name, files, environment, user) => {
    expect(await paths({ ...mac, environment }, files)).toEqual([...usual, user]);
  });

  it('takes XDG_DATA_DIRS', async () => {
    const environment = { XDG_DATA_DIRS: '/a:/b' };
    expect((await paths({ ...mac, environment })).slice(0, 2)).toEqual([
      '/a/pip/pip.conf',
      '/b/pip/pip.conf',
    ]);
  });
});

describe('on Windows', () => {
  const windows: PipMachine = {
    environment: {},
    platform: 'win32',
    home: 'C:\\Users\\me',
    workingDirectory: 'D:\\work',
  };

  it('looks for pip.ini', async () => {
    expect(await paths(windows)).toEqual([
      'C:\\ProgramData\\pip\\pip.ini',
      'C:\\Users\\me\\pip\\pip.ini',
      'C:\\Users\\me\\AppData\\Roaming\\pip\\pip.ini',
    ]);
  });

  it('asks the environment, in any case', async () => {
    const environment = {
      ProgramData: 'E:\\All',
      UserProfile: 'E:\\me',
      AppData: 'E:\\me\\Roaming',
      Virtual_Env: 'E:\\venv',
      pip_config_file: 'my.ini',
    };
    expect(await paths({ ...windows, environment })).toEqual([
      'E:\\All\\pip\\pip.ini',
      'E:\\me\\pip\\pip.ini',
      'E:\\me\\Roaming\\pip\\pip.ini',
      'E:\\venv\\pip.ini',
      'D:\\work\\my.ini',
    ]);
  });

  it("switches all files off if PIP_CONFIG_FILE is 'nul'", async () => {
    const found = await findPipFiles({ ...windows, environment: { PIP_CONFIG_FILE: 'nul' } }, memoryDisk({}));
    expect(new Set(found.map(({ state }) => state))).toEqual(new Set(['switched off']));
  });
});

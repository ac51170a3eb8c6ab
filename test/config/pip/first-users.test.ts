import { describe, expect, it, test } from 'vitest';
import { allowedFormats } from '../../../src/config/pip/format-control.ts';
import { pipOrigins } from '../../../src/config/pip/origins.ts';
import type { PipCommand } from '../../../src/config/pip/setting.ts';
import { indexesOf } from '../../../src/config/pip/settings.ts';
import { places, read } from './memory-disk.ts';

const root = '/cvmfs/site/wheelhouse';
const folders = ['gentoo2023/x86-64-v4', 'gentoo2023/x86-64-v3', 'gentoo2023/generic', 'generic'].map(
  (folder) => `${root}/${folder}`,
);
const path = '/cvmfs/site/config/pip-x86-64-v4-gentoo2023.conf';
const files = {
  [path]: `[global]
disable-pip-version-check = true

[download]
find-links = ${folders.join(' ')}

[wheel]
find-links = ${folders.join(' ')}

[install]
find-links = ${folders.join(' ')}
constraint = /cvmfs/site/config/constraints.txt
only-binary = numpy,scipy,mpi4py,pandas,h5py,Cython,grpcio
prefer-binary = true
`,
  '/home/me/.config/pip/pip.conf': '[global]\nindex-url = https://mirror.example/simple',
};
const environment = { PIP_CONFIG_FILE: path, HOME: '/home/me' };

describe('the configuration of an HPC site, named in PIP_CONFIG_FILE', () => {
  test.each<PipCommand>(['install', 'download', 'wheel'])('pip %s sees its four folders', async (command) => {
    const { settings } = await read(files, environment, command);
    expect(places(settings.findLinks)).toEqual(folders);
    expect(settings.findLinks?.origins).toEqual([{ place: path, section: command }]);
  });

  it('leaves PyPI, whatever index the user has configured', async () => {
    const { settings } = await read(files, environment);
    expect(indexesOf(settings).map(({ location }) => location)).toEqual(['https://pypi.org/simple']);
  });

  it('has preferences for pip install alone', async () => {
    const { settings } = await read(files, environment);
    expect(settings.preferBinary?.value).toBe(true);
    const formats = settings.formats?.value;
    expect(formats && allowedFormats(formats, 'cython')).toEqual({ wheels: true, sdists: false });
    expect(formats && allowedFormats(formats, 'six')).toEqual({ wheels: true, sdists: true });
    const download = (await read(files, environment, 'download')).settings;
    expect([download.preferBinary, download.formats]).toEqual([undefined, undefined]);
  });

  it('says what is not considered', async () => {
    expect((await read(files, environment)).notices).toEqual([
      `${path} [install]: 'constraint = /cvmfs/site/config/constraints.txt' changes what pip takes, and is not considered here.`,
    ]);
    expect((await read(files, environment, 'download')).notices).toEqual([]);
  });

  it('can be traced', async () => {
    expect(pipOrigins(await read(files, environment))).toEqual([
      '/etc/xdg/pip/pip.conf (global): missing',
      '/etc/pip.conf (global): missing',
      '/home/me/.pip/pip.conf (user): switched off by PIP_CONFIG_FILE',
      '/home/me/.config/pip/pip.conf (user): switched off by PIP_CONFIG_FILE',
      `${path} (named): read`,
      `find-links = ${folders.join(' ')} from ${path} [install]`,
      `prefer-binary = true from ${path} [install]`,
      `formats = only-binary numpy,scipy,mpi4py,pandas,h5py,cython,grpcio from ${path} [install]`,
    ]);
  });
});

import type { PipDisk } from '../../../src/config/pip/disk.ts';
import type { PipMachine } from '../../../src/config/pip/machine.ts';
import { type PipConfiguration, readPipSettings } from '../../../src/config/pip/read-pip-settings.ts';
import type { PipCommand } from '../../../src/config/pip/setting.ts';

/** Texts of files by path; `undefined` for one that may not be read. */
export type Files = Readonly<Record<string, string | Uint8Array | undefined>>;

/** A file system that holds nothing but these, so that the configuration of the real one does not matter. */
export function memoryDisk(files: Files, links: Readonly<Record<string, string>> = {}): PipDisk {
  const paths = Object.keys(files);
  const isFolder = (path: string) => paths.some((file) => file.startsWith(`${path}/`));
  return {
    async read(path) {
      if (!(path in files)) return { state: 'missing' };
      const content = files[path];
      if (content === undefined) return { state: 'unreadable', reason: 'EACCES' };
      return { state: 'read', bytes: typeof content === 'string' ? Buffer.from(content) : content };
    },
    async isFolder(path) {
      return isFolder(path);
    },
    async realPath(path) {
      return links[path] ?? (path in files || isFolder(path) ? path : undefined);
    },
  };
}

/** A Linux machine with a user `me`. */
export function linux(environment: NodeJS.ProcessEnv = {}): PipMachine {
  return { environment, platform: 'linux', home: '/home/me', workingDirectory: '/work' };
}

/** The configuration of such a machine. */
export function read(
  files: Files,
  environment: NodeJS.ProcessEnv = {},
  command: PipCommand = 'install',
): Promise<PipConfiguration> {
  return readPipSettings(command, linux(environment), memoryDisk(files));
}

/** The same where one file has all settings. */
export function readText(text: string, command: PipCommand = 'install'): Promise<PipConfiguration> {
  return read({ '/site/pip.conf': text }, { PIP_CONFIG_FILE: '/site/pip.conf' }, command);
}

/** The locations of a setting. */
export function places(
  setting: { readonly value: readonly { readonly location: string }[] } | undefined,
): string[] | undefined {
  return setting?.value.map(({ location }) => location);
}

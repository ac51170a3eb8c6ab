import { type FileContent, type PipDisk, realDisk } from './disk.ts';
import { absolutePath, homeOf, type PipMachine, pathsOf, variable } from './machine.ts';
import { strip } from './python-text.ts';

/** Whose settings a file holds; `named` is the one of `PIP_CONFIG_FILE`. */
export type PipFileKind = 'global' | 'user' | 'site' | 'named';

/** A place of a configuration file. */
interface Place {
  readonly kind: PipFileKind;
  /** Absolute. */
  readonly path: string;
}

/** A place with what stands there, or `switched off` where `PIP_CONFIG_FILE` keeps pip from looking. */
export type FoundPipFile = Place & (FileContent | { readonly state: 'switched off' });

/**
 * Reads the files that pip reads, weakest first.
 * @see https://github.com/pypa/pip/blob/26.2/src/pip/_internal/configuration.py `iter_config_files`
 */
export async function findPipFiles(machine: PipMachine, disk: PipDisk = realDisk): Promise<FoundPipFile[]> {
  const places = await standardPlaces(machine, disk);
  const chosen = variable(machine, 'PIP_CONFIG_FILE') ?? '';
  if (chosen === nullDevice(machine)) return places.map((place) => ({ ...place, state: 'switched off' }));
  const named =
    chosen === '' ? undefined : await look({ kind: 'named', path: absolutePath(machine, chosen) }, disk);
  const hasNamed = named !== undefined && named.state !== 'missing';
  const standard = await Promise.all(
    places.map(async (place): Promise<FoundPipFile> => {
      if (place.kind === 'user' && hasNamed) return { ...place, state: 'switched off' };
      return look(place, disk);
    }),
  );
  // A file that counts anyway, and is named by the same text, keeps its place in pip 26.2; in 24.2 it came last.
  const isNew = standard.every(
    ({ path, state }) => path !== chosen || !['read', 'unreadable'].includes(state),
  );
  return named !== undefined && isNew ? [...standard, named] : standard;
}

async function look(place: Place, disk: PipDisk): Promise<FoundPipFile> {
  return { ...place, ...(await disk.read(place.path)) };
}

function nullDevice({ platform }: PipMachine): string {
  return platform === 'win32' ? 'nul' : '/dev/null';
}

async function standardPlaces(machine: PipMachine, disk: PipDisk): Promise<Place[]> {
  const { join } = pathsOf(machine);
  const name = machine.platform === 'win32' ? 'pip.ini' : 'pip.conf';
  const legacyFolder = join(homeOf(machine), machine.platform === 'win32' ? 'pip' : '.pip');
  // Without a virtual environment it is the folder that Python was installed into, where nobody puts one.
  const prefix = variable(machine, 'VIRTUAL_ENV') ?? '';
  const folders: readonly { readonly kind: PipFileKind; readonly folder: string }[] = [
    ...globalFolders(machine).map((folder) => ({ kind: 'global' as const, folder })),
    { kind: 'user', folder: legacyFolder },
    { kind: 'user', folder: await userFolder(machine, disk) },
    ...(prefix === '' ? [] : [{ kind: 'site' as const, folder: prefix }]),
  ];
  return folders.map(({ kind, folder }) => ({ kind, path: absolutePath(machine, join(folder, name)) }));
}

function globalFolders(machine: PipMachine): string[] {
  const { join, delimiter } = pathsOf(machine);
  if (machine.platform === 'win32') {
    const shared = variable(machine, 'ALLUSERSPROFILE') ?? variable(machine, 'PROGRAMDATA');
    return [join(shared ?? 'C:\\ProgramData', 'pip')];
  }
  const isMac = machine.platform === 'darwin';
  const listed = strip(variable(machine, isMac ? 'XDG_DATA_DIRS' : 'XDG_CONFIG_DIRS') ?? '');
  const fallback = isMac ? '/Library/Application Support' : '/etc/xdg';
  const folders = (listed === '' ? [fallback] : listed.split(delimiter))
    .filter((folder) => strip(folder) !== '')
    .map((folder) => join(folder, 'pip'));
  return isMac ? folders : [...folders, '/etc'];
}

async function userFolder(machine: PipMachine, disk: PipDisk): Promise<string> {
  const { join } = pathsOf(machine);
  const home = homeOf(machine);
  switch (machine.platform) {
    case 'win32':
      return join(variable(machine, 'APPDATA') ?? join(home, 'AppData', 'Roaming'), 'pip');
    case 'darwin': {
      const shared =
        strip(variable(machine, 'XDG_DATA_HOME') ?? '') || join(home, 'Library', 'Application Support');
      const folder = join(shared, 'pip');
      return (await disk.isFolder(absolutePath(machine, folder))) ? folder : join(home, '.config', 'pip');
    }
    default:
      return join(strip(variable(machine, 'XDG_CONFIG_HOME') ?? '') || join(home, '.config'), 'pip');
  }
}

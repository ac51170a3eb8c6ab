import { UsageError } from '../../errors.ts';
import { type FoundPipFile, findPipFiles, type PipFileKind } from './config-files.ts';
import { buildDictionary, type PipDictionary } from './dictionary.ts';
import { type PipDisk, realDisk } from './disk.ts';
import type { PipMachine } from './machine.ts';
import { sectionNotices } from './section-notices.ts';
import type { PipCommand } from './setting.ts';
import { type PipSettings, readSettings } from './settings.ts';

/** A place where pip looks for a configuration file. */
export interface PipFile {
  /** Absolute. */
  readonly path: string;
  readonly kind: PipFileKind;
  readonly state: FoundPipFile['state'];
}

/** What a pip on this machine would be told by files and environment. */
export interface PipConfiguration {
  /** Weakest first. */
  readonly files: readonly PipFile[];
  readonly settings: PipSettings;
  /** What the user may not expect, one line each. */
  readonly notices: readonly string[];
}

/**
 * Reads the configuration of pip for one of its commands, as `pip <command>` without any option would.
 * @throws {UsageError} where pip stops: a file that it cannot parse, a value that it refuses
 */
export async function readPipSettings(
  command: PipCommand,
  machine: PipMachine,
  disk: PipDisk = realDisk,
): Promise<PipConfiguration> {
  const files = await findPipFiles(machine, disk);
  const dictionary = buildDictionary(files, machine);
  const settings = await readSettings(command, dictionary, machine, disk);
  return {
    files: files.map(({ path, kind, state }) => ({ path, kind, state })),
    settings,
    notices: [
      ...files.flatMap(fileNotice),
      ...settings.notices,
      ...(await contradictions(dictionary, machine, disk)),
    ],
  };
}

/** pip says nothing of these files. */
function fileNotice(file: FoundPipFile): string[] {
  if (file.state === 'unreadable') {
    return [`${file.path} cannot be read (${file.reason}), so pip goes on without it.`];
  }
  if (file.kind === 'named' && file.state === 'missing') {
    return [`PIP_CONFIG_FILE names ${file.path}, which does not exist, so pip goes on without it.`];
  }
  return [];
}

async function contradictions(
  dictionary: PipDictionary,
  machine: PipMachine,
  disk: PipDisk,
): Promise<string[]> {
  const read = async (command: PipCommand): Promise<PipSettings | undefined> => {
    try {
      return await readSettings(command, dictionary, machine, disk);
    } catch (error) {
      // A value that stops another command is not this one's business.
      if (error instanceof UsageError) return undefined;
      throw error;
    }
  };
  const [install, download, wheel] = await Promise.all([read('install'), read('download'), read('wheel')]);
  if (install === undefined) return [];
  return [download, wheel].flatMap((other) => (other === undefined ? [] : sectionNotices(other, install)));
}

import { UsageError } from '../errors.ts';
import { defaultInstallers, type Installer, parseInstaller } from '../installer/installer.ts';
import { formatInterpreter, type Interpreter, parseInterpreter } from '../installer/interpreter.ts';
import { formatMachine, type Machine, parseMachine } from '../installer/machine.ts';
import type { PlaceSettings } from '../installer/places.ts';
import { checkArchitecture } from './architectures.ts';
import type { ConfigFile } from './schema.ts';

/** Whom verdicts are for. */
export interface TargetSettings {
  readonly installers: readonly Installer[];
  readonly places: PlaceSettings;
}

/** What the command line says about targets; it replaces what the configuration says. */
export interface TargetRequest {
  readonly installers: readonly string[];
  readonly pythons: readonly string[];
  readonly platforms: readonly string[];
  /** `2.37`. */
  readonly glibc: string | undefined;
  /** `false` for `--no-manylinux`. */
  readonly manylinux: boolean;
}

/** Names the configuration file in errors about what stands in it. */
export type BlameFile = <Value>(work: () => Value) => Value;

/** @throws {UsageError} naming the word that is not understood, on the command line or in the file */
export function resolveTargets(
  file: ConfigFile['target'],
  request: TargetRequest,
  inFile: BlameFile = (work) => work(),
): TargetSettings {
  const choose = <Value>(
    asked: readonly string[],
    configured: readonly string[] | undefined,
    read: (text: string) => Value,
  ): Value[] | undefined => {
    // A word that is not understood is one also where the command line says something else.
    const fromFile = inFile(() => configured?.map(read));
    return asked.length > 0 ? asked.map(read) : fromFile;
  };
  const [configuredGlibc] = inFile(() => readGlibcs(file.glibc));
  const [glibcMinor = configuredGlibc] = readGlibcs(request.glibc);
  const machines = choose(request.platforms, file.platform, (text) => readPlatform(text, glibcMinor));
  const interpreters = choose(request.pythons, file.python, readPython);
  const installers = choose(request.installers, file.installers, parseInstaller);
  return {
    installers: eachOnce(installers ?? defaultInstallers.map(parseInstaller), ({ id }) => id),
    places: {
      interpreters: interpreters && eachOnce(interpreters, formatInterpreter),
      machines: machines && eachOnce(machines, formatMachine),
      // A platform that was named knows its own: `manylinux_2_28_x86_64` means glibc 2.28.
      glibcMinor: machines === undefined ? glibcMinor : undefined,
      manylinux: request.manylinux && file.manylinux,
    },
  };
}

function eachOnce<Thing>(things: readonly Thing[], key: (thing: Thing) => string): Thing[] {
  const seen = new Set<string>();
  return things.filter((thing) => {
    const isNew = !seen.has(key(thing));
    seen.add(key(thing));
    return isNew;
  });
}

function readPython(text: string): Interpreter {
  const interpreter = parseInterpreter(text);
  if (interpreter !== undefined) return interpreter;
  throw new UsageError(`'${text}' is not a Python: write 3.11, 3.13t for a free-threaded one, or pypy3.11.`);
}

function readPlatform(text: string, glibcMinor: number | undefined): Machine {
  const machine = parseMachine(text, glibcMinor);
  if (machine === undefined) {
    throw new UsageError(
      `'${text}' is not a platform: write linux_x86_64, musllinux_1_2_aarch64, macosx_14_0_arm64 or win_amd64.`,
    );
  }
  if (machine.system === 'glibc' || machine.system === 'musl') checkArchitecture(machine.architecture, text);
  return machine;
}

function readGlibcs(text: string | undefined): number[] {
  if (text === undefined) return [];
  const minor = /^2\.(\d{1,3})$/.exec(text)?.[1];
  if (minor === undefined) throw new UsageError(`'${text}' is not a version of glibc: write 2.37.`);
  return [Number(minor)];
}

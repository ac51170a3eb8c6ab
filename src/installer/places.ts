import { remember } from '../packaging/remember.ts';
import type { WheelFilename } from '../wheel/filename.ts';
import type { Place } from './environment.ts';
import { formatInterpreter, type Interpreter, pythonMinors } from './interpreter.ts';
import { defaultGlibcMinor, formatMachine, type Machine, parseMachine } from './machine.ts';

/** Where people install, as far as somebody said so. */
export interface PlaceSettings {
  /** `undefined`: those that the wheels' tags name. */
  readonly interpreters: readonly Interpreter[] | undefined;
  /** `undefined`: those that the wheels' tags name. */
  readonly machines: readonly Machine[] | undefined;
  /** The Y of glibc 2.Y of machines that tags name; `undefined` for one that no tag is too new for. */
  readonly glibcMinor: number | undefined;
  readonly manylinux: boolean;
}

/** What is taken where no tag names a Python: the newest that nearly all projects have wheels for. */
export const defaultMinor = 13;

/** The first Python with a stable ABI for free-threaded builds (PEP 803). */
const firstStableThreaded = 15;

/** What is taken where no tag names a machine. */
const defaultMachine: Machine = { system: 'glibc', architecture: 'x86_64', minor: defaultGlibcMinor };

/** Every Python and machine that verdicts are wanted for, those named by the wheels' own tags where nobody said. */
export function placesFor(
  names: readonly WheelFilename[],
  { interpreters, machines, glibcMinor, manylinux }: PlaceSettings,
): Place[] {
  return (interpreters ?? interpretersOf(names)).flatMap((interpreter) =>
    (machines ?? machinesOf(names)).map((machine) => ({
      interpreter,
      machine:
        machine.system === 'glibc' && glibcMinor !== undefined ? { ...machine, minor: glibcMinor } : machine,
      manylinux,
    })),
  );
}

/** Pythons that tags name one by one; the default where they only name a lower bound (`py3`, `cp38-abi3`), or nothing. */
function interpretersOf(names: readonly WheelFilename[]): Interpreter[] {
  const found = new Map<string, Interpreter>();
  let lowest = -1;
  for (const { pythons, abis } of names) {
    const threaded = abis.every((abi) => abi.endsWith('t'));
    for (const python of pythons) {
      const [, kind, digits] = /^(cp|pp|py)3(\d*)$/.exec(python) ?? [];
      const minor = Number(digits);
      if (kind === undefined) continue;
      if (kind === 'cp' && abis.every((abi) => abi === 'abi3t')) {
        const threadedOne = {
          implementation: 'cpython',
          minor: Math.max(minor, firstStableThreaded),
          threaded,
        } as const;
        found.set(formatInterpreter(threadedOne), threadedOne);
      } else if (kind === 'py' || abis.some((abi) => abi.startsWith('abi3')))
        lowest = Math.max(lowest, minor);
      else if (isKnown(minor)) {
        const implementation = kind === 'pp' ? 'pypy' : 'cpython';
        const interpreter: Interpreter = { implementation, minor, threaded };
        found.set(formatInterpreter(interpreter), interpreter);
      }
    }
  }
  if (found.size === 0 && (lowest >= 0 || names.length === 0)) {
    return [{ implementation: 'cpython', minor: Math.max(lowest, defaultMinor), threaded: false }];
  }
  return [...found.values()].sort(
    (a, b) =>
      a.implementation.localeCompare(b.implementation) ||
      a.minor - b.minor ||
      Number(a.threaded) - Number(b.threaded),
  );
}

function isKnown(minor: number): boolean {
  return pythonMinors.some((known) => known === minor);
}

function machinesOf(names: readonly WheelFilename[]): Machine[] {
  const found = new Map<string, Machine>();
  for (const platform of names.flatMap(({ platforms }) => platforms)) {
    for (const machine of machinesWith(platform)) {
      const key = machine.system === 'glibc' ? machine.architecture : formatMachine(machine);
      const known = found.get(key);
      if (known?.system === 'glibc' && machine.system === 'glibc' && known.minor >= machine.minor) continue;
      found.set(key, machine);
    }
  }
  return found.size === 0
    ? [defaultMachine]
    : [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, machine]) => machine);
}

const currentMacOs = 15;
const currentMusl = 2;

/** Machines of today that take a platform tag: new enough for it, and no older than others' tags may ask for. */
const machinesWith = remember(10_000, (platform: string): Machine[] => {
  const linux = /^(?:local_)?(?:many)?linux(?:1|2010|2014|_2_(\d+))?_(\w+)$/.exec(platform);
  if (linux?.[2] !== undefined) {
    return [
      { system: 'glibc', architecture: linux[2], minor: Math.max(defaultGlibcMinor, Number(linux[1] ?? 0)) },
    ];
  }
  const musl = /^musllinux_1_(\d+)_(\w+)$/.exec(platform);
  if (musl?.[2] !== undefined) {
    return [{ system: 'musl', architecture: musl[2], minor: Math.max(currentMusl, Number(musl[1])) }];
  }
  const mac = /^macosx_(\d+)_\d+_(\w+)$/.exec(platform);
  if (mac?.[2] !== undefined) {
    const major = Math.max(currentMacOs, Number(mac[1]));
    const arm64: Machine = { system: 'macos', architecture: 'arm64', major, minor: 0 };
    const intel: Machine = { system: 'macos', architecture: 'x86_64', major, minor: 0 };
    if (mac[2] === 'universal2') return [arm64, intel];
    return [mac[2] === 'arm64' ? arm64 : intel];
  }
  const windows = parseMachine(platform);
  return windows === undefined ? [] : [windows];
});

/** `Python 3.11 on linux_x86_64`. */
export function formatPlace({ interpreter, machine, manylinux }: Place): string {
  const blocked = manylinux || machine.system !== 'glibc' ? '' : ' without manylinux';
  return `Python ${formatInterpreter(interpreter)} on ${formatMachine(machine)}${blocked}`;
}

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { type Installer, parseInstaller } from '../../../src/installer/installer.ts';
import { type Interpreter, parseInterpreter } from '../../../src/installer/interpreter.ts';
import { type Machine, parseMachine } from '../../../src/installer/machine.ts';
import { makeTarget, type Target } from '../../../src/installer/target.ts';
import { runProgram } from '../../support/command-line.ts';
import type { PipFacts } from './names.ts';
import { callPip, lastWords, noManylinux, type PipCommand, parsePipCommand } from './pip-command.ts';

/** A real pip on this machine, and what the model has to know of it. */
export interface Pip {
  readonly command: PipCommand;
  /** `pip 23.2.1 on Python 3.11`. */
  readonly label: string;
  readonly installer: Installer;
  /** It can say what it would install (22.2). */
  readonly hasReport: boolean;
  readonly facts: PipFacts;
  readonly interpreter: Interpreter;
  readonly machine: Machine;
}

/** Finds out what a pip is. @returns why it cannot be compared, where it cannot */
export async function findPip(words: string): Promise<Pip | { readonly missing: string }> {
  const command = parsePipCommand(words);
  const answer = await callPip(command, ['--version'], { cwd: process.cwd() });
  const [, release, major, minor] = /^pip ((\d+)\.(\d+)\S*)/.exec(answer.stdout) ?? [];
  if (answer.status !== 0 || release === undefined) {
    return { missing: `there is no pip (${lastWords(answer)})` };
  }
  const isAtLeast = (first: number, second: number): boolean =>
    Number(major) > first || (Number(major) === first && Number(minor) >= second);
  const place = await askPython(command);
  if ('missing' in place) return place;
  const { interpreter, machine, architecture } = place;
  // What pip does by itself; some distributions of Python change it.
  const env = { _PIP_USE_IMPORTLIB_METADATA: interpreter.minor >= 11 ? '1' : '0', ...command.env };
  const known = command.installer === undefined ? '' : `${command.installer}: `;
  const installer = parseInstaller(command.installer ?? `pip@${major}.${minor}`);
  return {
    interpreter,
    machine,
    command: { ...command, env },
    label: `${known}pip ${release} on Python 3.${interpreter.minor}`,
    installer,
    hasReport: isAtLeast(22, 2),
    facts: {
      minor: interpreter.minor,
      architecture,
      looksInside: installer.model.metadataMismatch !== 'not seen',
      takesSingleFiles: isAtLeast(21, 1),
      seesJsonHashes: !isAtLeast(22, 3) || isAtLeast(23, 0),
    },
  };
}

export function targetOf({ installer, interpreter, machine }: Pip, manylinux: boolean): Target {
  return makeTarget(installer, { interpreter, machine, manylinux });
}

/** The tags that pip itself says it takes, best first. */
export async function supportedTagsOf(pip: Pip, manylinux: boolean): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'wheelhouse-lint-pip-'));
  await writeFile(join(folder, '_manylinux.py'), noManylinux);
  const modules = manylinux ? undefined : folder;
  const { stdout } = await callPip(pip.command, ['debug', '--verbose'], { cwd: folder, modules });
  await rm(folder, { recursive: true });
  const list = /^Compatible tags: \d+\n((?: {2}\S+\n)+)/m.exec(stdout)?.[1] ?? '';
  return [...new Set(list.split('\n').flatMap((line) => line.trim() || []))];
}

interface PythonPlace {
  readonly interpreter: Interpreter;
  readonly machine: Machine;
  readonly architecture: string;
}

const facts = v.object({
  implementation: v.string(),
  minor: v.number(),
  architecture: v.string(),
  libc: v.tuple([v.string(), v.string()]),
  threaded: v.boolean(),
});

const script = `import json, platform, sys, sysconfig
print(json.dumps({
    "implementation": sys.implementation.name,
    "minor": sys.version_info[1],
    "architecture": platform.machine(),
    "libc": platform.libc_ver(),
    "threaded": bool(sysconfig.get_config_var("Py_GIL_DISABLED")),
}))`;

/** The Python that pip runs in, and the machine below it. */
async function askPython(command: PipCommand): Promise<PythonPlace | { readonly missing: string }> {
  const cwd = process.cwd();
  const debug = await callPip(command, ['debug'], { cwd });
  const program = /^sys\.executable: (.+)$/m.exec(debug.stdout)?.[1];
  if (program === undefined) return { missing: `pip does not name its Python (${lastWords(debug)})` };
  const answer = await runProgram(program, ['-c', script], { cwd });
  if (answer.status !== 0) return { missing: `its Python does not answer (${lastWords(answer)})` };
  const { implementation, minor, architecture, libc, threaded } = v.parse(facts, JSON.parse(answer.stdout));
  const [library, libraryVersion] = libc;
  const glibc = /^2\.(\d+)/.exec(libraryVersion)?.[1];
  const machine = parseMachine(`linux_${architecture}`, Number(glibc));
  const interpreter = parseInterpreter(`3.${minor}${threaded ? 't' : ''}`);
  const isModelled = implementation === 'cpython' && library === 'glibc' && glibc !== undefined;
  if (!isModelled || machine === undefined || interpreter === undefined) {
    return {
      missing: `it is not CPython on a Linux with glibc, but ${implementation} on ${library || 'another'}`,
    };
  }
  return { interpreter, machine, architecture };
}

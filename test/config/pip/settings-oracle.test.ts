import { existsSync } from 'node:fs';
import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import { findPipFiles } from '../../../src/config/pip/config-files.ts';
import { buildDictionary } from '../../../src/config/pip/dictionary.ts';
import { type PipDisk, realDisk } from '../../../src/config/pip/disk.ts';
import type { PipLocation } from '../../../src/config/pip/location.ts';
import type { PipMachine } from '../../../src/config/pip/machine.ts';
import { readPipSettings } from '../../../src/config/pip/read-pip-settings.ts';
import type { PipCommand } from '../../../src/config/pip/setting.ts';
import { indexesOf } from '../../../src/config/pip/settings.ts';
import { UsageError } from '../../../src/errors.ts';
import { expectSame, samples } from '../../packaging/differences.ts';
import { tempFolder, writeFiles } from '../../support/temp-wheelhouse.ts';
import { pipFile, pipVariables } from './generators.ts';
import { oracle } from './oracle.ts';

const dictionaryAnswer = v.array(v.tuple([v.string(), v.string()]));
const optionsAnswer = v.object({
  findLinks: v.array(v.string()),
  links: v.array(v.string()),
  indexUrl: v.string(),
  extraIndexUrls: v.array(v.string()),
  indexes: v.array(v.string()),
  noIndex: v.boolean(),
  preferBinary: v.boolean(),
  pre: v.boolean(),
  onlyBinary: v.array(v.string()),
  noBinary: v.array(v.string()),
});
type Options = v.InferOutput<typeof optionsAnswer>;

/** Each is there or not; their contents differ. */
const layout = fc.record({
  files: fc.record(
    {
      'etc/pip.conf': pipFile,
      'etc/xdg/pip/pip.conf': pipFile,
      'xdg1/pip/pip.conf': pipFile,
      'xdg2/pip/pip.conf': pipFile,
      'home/.pip/pip.conf': pipFile,
      'home/.config/pip/pip.conf': pipFile,
      'config/pip/pip.conf': pipFile,
      'venv/pip.conf': pipFile,
      'named.conf': pipFile,
      'work/relative.conf': pipFile,
    },
    { requiredKeys: [] },
  ),
  variables: pipVariables,
  xdgDirs: fc.constantFrom(undefined, '', 'xdg1', 'xdg2:xdg1', 'xdg1:xdg2'),
  xdgHome: fc.constantFrom(undefined, '', 'config'),
  venv: fc.boolean(),
  named: fc.constantFrom(
    undefined,
    undefined,
    '',
    '/dev/null',
    'named.conf',
    'missing.conf',
    'work/relative.conf',
    'home',
  ),
  isRelative: fc.boolean(),
  command: fc.constantFrom<PipCommand>('install', 'download', 'wheel'),
});
type Layout = typeof layout extends fc.Arbitrary<infer Value> ? Value : never;

/** A machine of its own below a folder, its `/etc` too. */
interface Question {
  readonly root: string;
  readonly machine: PipMachine;
  readonly command: PipCommand;
}

describe.skipIf(oracle.missing !== undefined)(`beside the pip of this machine (${oracle.label})`, () => {
  const questions: Question[] = [];

  beforeAll(async () => {
    const folder = await tempFolder();
    for (const [index, drawn] of samples(layout, 200).entries()) {
      questions.push(await build(join(folder, String(index)), drawn));
    }
    // A busy disk takes its time for so many files.
  }, 120_000);

  it('puts files and environment together in the same way', async () => {
    const machines = questions.map(({ root, machine }) => [{ root, ...machine }]);
    const theirs = oracle.ask('dictionary', machines, dictionaryAnswer);
    const ours = await Promise.all(questions.map(dictionaryOf));
    expectSame(
      questions,
      (_, i) => ours[i],
      (_, i) => theirs[i],
    );
  });

  it('gives every command the same options', async () => {
    const machines = questions.map(({ root, machine, command }) => [{ root, ...machine }, command]);
    const theirs = oracle.ask('options', machines, optionsAnswer);
    const ours = await Promise.all(questions.map(optionsOf));
    expectSame(
      questions,
      (_, i) => ours[i],
      (_, i) => theirs[i],
    );
    const set = theirs.filter((found) => found !== null && found.links.length > 0);
    expect(set.length).toBeGreaterThan(questions.length / 10);
  });
});

async function build(root: string, drawn: Layout): Promise<Question> {
  const { files, variables, xdgDirs, xdgHome, venv, named, isRelative, command } = drawn;
  await writeFiles(root, { ...files, 'home/wheels/x': '', 'work/rel/x': '', 'elsewhere/x': '' });
  await mkdir(join(root, 'work'), { recursive: true });
  await symlink(join(root, 'elsewhere'), join(root, 'home/link'));
  const below = (path: string) => (path === '' || path.startsWith('/') ? path : join(root, path));
  const environment: Record<string, string> = { HOME: join(root, 'home'), ...variables };
  if (xdgDirs !== undefined) environment.XDG_CONFIG_DIRS = xdgDirs.split(':').map(below).join(':');
  if (xdgHome !== undefined) environment.XDG_CONFIG_HOME = below(xdgHome);
  if (venv) environment.VIRTUAL_ENV = join(root, 'venv');
  if (named === 'work/relative.conf' && isRelative) environment.PIP_CONFIG_FILE = 'relative.conf';
  else if (named !== undefined) environment.PIP_CONFIG_FILE = below(named);
  const machine: PipMachine = {
    environment,
    platform: 'linux',
    home: '/nowhere',
    workingDirectory: join(root, 'work'),
  };
  return { root, machine, command };
}

/** The real disk, with another `/etc`. */
function diskOf({ root }: Question): PipDisk {
  return {
    ...realDisk,
    read: (path) => realDisk.read(path.startsWith('/etc/') ? join(root, path) : path),
  };
}

async function dictionaryOf(question: Question): Promise<v.InferOutput<typeof dictionaryAnswer> | null> {
  return orNull(async () => {
    const dictionary = buildDictionary(
      await findPipFiles(question.machine, diskOf(question)),
      question.machine,
    );
    return [...dictionary]
      .flatMap(([section, entries]) =>
        [...entries].map(([key, { value }]): [string, string] => [`${section}.${key}`, value]),
      )
      .sort(([a], [b]) => (a < b ? -1 : 1));
  });
}

async function optionsOf(question: Question): Promise<Options | null> {
  return orNull(async () => {
    const { settings } = await readPipSettings(question.command, question.machine, diskOf(question));
    return {
      findLinks: settings.findLinks?.value.map(({ written }) => written) ?? [],
      links: settings.findLinks?.value.map(linkOf) ?? [],
      indexUrl: settings.indexUrl?.value.written ?? 'https://pypi.org/simple',
      extraIndexUrls: settings.extraIndexUrls?.value.map(({ written }) => written) ?? [],
      indexes: indexesOf(settings).map(({ written }) => written),
      noIndex: settings.noIndex?.value ?? false,
      preferBinary: settings.preferBinary?.value ?? false,
      pre: settings.pre?.value ?? false,
      onlyBinary: [...(settings.formats?.value.onlyBinary ?? [])].sort(),
      noBinary: [...(settings.formats?.value.noBinary ?? [])].sort(),
    };
  });
}

/** pip leaves a path alone that leads to nothing. */
function linkOf({ written, kind, location }: PipLocation): string {
  return kind === 'url' || existsSync(location) ? location : written;
}

async function orNull<Value>(work: () => Promise<Value>): Promise<Value | null> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof UsageError) return null;
    throw error;
  }
}

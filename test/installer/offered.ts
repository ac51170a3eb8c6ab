import { parseInstaller } from '../../src/installer/installer.ts';
import { parseInterpreter } from '../../src/installer/interpreter.ts';
import { parseMachine } from '../../src/installer/machine.ts';
import type { Offer, OfferedFile } from '../../src/installer/offer.ts';
import { readOfferedFile } from '../../src/installer/offered-file.ts';
import type { Source } from '../../src/installer/source.ts';
import { makeTarget, type Target } from '../../src/installer/target.ts';

/** A target from words, as a user gives them. @throws where one is wrong */
export function target(
  installer: string,
  { python = '3.11', platform = 'linux_x86_64', glibc = 36, manylinux = true } = {},
): Target {
  const interpreter = parseInterpreter(python);
  const machine = parseMachine(platform, glibc);
  if (interpreter === undefined || machine === undefined) throw new Error(`no ${python} on ${platform}`);
  return makeTarget(parseInstaller(installer), { interpreter, machine, manylinux });
}

/** A source by kind and place; a folder's path is its name. */
export function source(kind: Source['kind'], name: string, position = 0): Source {
  const url = kind === 'folder' ? `file:///srv/${name}` : `https://${name}.example/simple`;
  return { kind, url, realUrl: url, name, position };
}

/** @throws where no installer would look at the file */
export function fileOf(filename: string, project = 'demo'): OfferedFile {
  const file = readOfferedFile(filename, project);
  if (file === undefined) throw new Error(`${filename} is no file of ${project}`);
  return file;
}

/** An offer; what is left out is what a page without any attributes says. */
export function offer(filename: string, from: Source, more: Partial<Offer> = {}): Offer {
  return {
    filename,
    source: from,
    location: `${from.url}/${filename}`,
    order: 0,
    sha256: undefined,
    yanked: false,
    requiresPython: undefined,
    metadata: undefined,
    file: fileOf(filename),
    ...more,
  };
}

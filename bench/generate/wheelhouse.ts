import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makePool } from './pool.ts';
import { generateWheel } from './wheel.ts';

/** Part of the folder's name: raise it when other wheels are made. */
const generation = 2;
const seed = 20_261_105;
const wheelCount = 6000;
const folders = ['generic', 'x86-64-v3', 'x86-64-v4', 'noarch'];

export interface Wheelhouse {
  readonly folder: string;
  readonly wheels: number;
  readonly members: number;
  readonly bytes: number;
}

export const workFolder = join(import.meta.dirname, '../work');

/** The generated wheelhouse: the one that is there, or a new one. */
export function wheelhouse(): Wheelhouse {
  const folder = join(workFolder, `wheels-${generation}`);
  return { folder, ...(known(folder) ?? generate(folder)) };
}

type Totals = Omit<Wheelhouse, 'folder'>;

/** Beside the folder, so that no reader meets it. */
function totalsFile(folder: string): string {
  return `${folder}.json`;
}

function known(folder: string): Totals | undefined {
  try {
    const { wheels, members, bytes } = JSON.parse(readFileSync(totalsFile(folder), 'utf8'));
    return { wheels: Number(wheels), members: Number(members), bytes: Number(bytes) };
  } catch {
    return undefined;
  }
}

function generate(folder: string): Totals {
  const unfinished = `${folder}.unfinished`;
  rmSync(folder, { recursive: true, force: true });
  rmSync(unfinished, { recursive: true, force: true });
  for (const name of folders) mkdirSync(join(unfinished, name), { recursive: true });
  const pool = makePool(seed);
  let members = 0;
  let bytes = 0;
  for (let index = 0; index < wheelCount; index += 1) {
    const wheel = generateWheel(pool, seed, index);
    writeFileSync(join(unfinished, folders[index % folders.length] ?? '', wheel.filename), wheel.bytes);
    members += wheel.members;
    bytes += wheel.bytes.length;
  }
  renameSync(unfinished, folder);
  const totals = { wheels: wheelCount, members, bytes };
  writeFileSync(totalsFile(folder), `${JSON.stringify(totals)}\n`);
  return totals;
}

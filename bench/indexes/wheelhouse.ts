import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildWheel } from '../../fixtures/build-wheel.ts';
import { declareWheel } from '../../fixtures/declaration.ts';
import { localWheels, projectNames } from './projects.ts';

/** What their tags promise. */
const files = { 'demo.py': '', 'libdemo.so': 'binary: elf x86_64' };

/** A folder with 6,000 small wheels in 2,000 projects, made once. */
export async function smallWheelhouse(): Promise<string> {
  const folder = join(import.meta.dirname, '../work/indexes');
  if (existsSync(folder)) return folder;
  const draft = `${folder}-draft`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  for (const filename of projectNames.flatMap(localWheels)) {
    writeFileSync(join(draft, filename), await buildWheel(declareWheel({ filename, files })));
  }
  renameSync(draft, folder);
  return folder;
}

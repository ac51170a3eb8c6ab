import { copyFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Wheelhouse } from './generate/wheelhouse.ts';

/** A folder with this many wheels, taken evenly from the generated ones. */
export function sample(house: Wheelhouse, count: number): string {
  const folder = `${house.folder}-sample-${count}`;
  try {
    if (readdirSync(folder).length === count) return folder;
  } catch {
    // Not there yet.
  }
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const wheels = readdirSync(house.folder, { recursive: true, withFileTypes: true })
    .filter(({ name }) => name.endsWith('.whl'))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const step = wheels.length / count;
  for (let index = 0; index < count; index += 1) {
    const wheel = wheels[Math.floor((index + 0.5) * step)];
    if (wheel !== undefined) copyFileSync(join(wheel.parentPath, wheel.name), join(folder, wheel.name));
  }
  return folder;
}

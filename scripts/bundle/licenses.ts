import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as v from 'valibot';

const packageSchema = v.object({ name: v.string(), version: v.string(), license: v.string() });

/** The packages that modules belong to, each with the texts of its license. @throws {Error} where one has none */
export function licensesOf(modules: readonly string[]): string {
  const folders = new Set(modules.filter((id) => id.includes('/node_modules/')).map(packageFolder));
  const texts = [...folders].sort().map((folder) => {
    const { name, version, license } = v.parse(packageSchema, readJson(join(folder, 'package.json')));
    // One may only name the others (LICENSE.APACHE, LICENSE.BSD), and notices have to go along.
    const files = readdirSync(folder).filter((entry) => /^(?:licen[cs]e|notice|copying)/i.test(entry));
    if (files.length === 0) throw new Error(`${name} has no license file`);
    const all = files.sort().map((file) => readFileSync(join(folder, file), 'utf8').trim());
    return `${name} ${version} (${license})\n\n${all.join('\n\n')}\n`;
  });
  return `The command line contains these packages:\n\n${texts.join(`\n${'-'.repeat(80)}\n\n`)}`;
}

/** Some packages have a package.json without a name below, which says only how modules are written. */
function packageFolder(module: string): string {
  let folder = dirname(module);
  while (!existsSync(join(folder, 'package.json')) || !('name' in readJson(join(folder, 'package.json')))) {
    folder = dirname(folder);
  }
  return folder;
}

function readJson(path: string): object {
  return v.parse(v.looseObject({}), JSON.parse(readFileSync(path, 'utf8')));
}

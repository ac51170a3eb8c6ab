import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

export function readRoot(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** The version that the examples and the action name. */
export const version: string = JSON.parse(readRoot('package.json')).version;

/** The fenced code of a language below one heading of a document, that of headings below it included. */
export function codeBlocks(document: string, heading: string, language: string): string[] {
  const blocks: string[] = [];
  const level = heading.indexOf(' ');
  let isBelow = false;
  // The first part stands before any fence, then code and prose take turns.
  for (const [index, part] of document.split(/^```/m).entries()) {
    if (index % 2 === 1) {
      const start = part.indexOf('\n');
      if (isBelow && part.slice(0, start) === language) blocks.push(part.slice(start + 1));
      continue;
    }
    for (const line of part.split('\n')) {
      if (line === heading) isBelow = true;
      else if (/^#+ /.test(line) && line.indexOf(' ') <= level) isBelow = false;
    }
  }
  return blocks;
}

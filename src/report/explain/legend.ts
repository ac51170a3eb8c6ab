import { whateverIsListed } from '../../installer/reasons.ts';
import { wrap } from '../wrap.ts';
import type { Page } from './page.ts';
import type { ExplainedFile } from './rows.ts';
import { shownRows } from './shown-rows.ts';

/** What the marks in use mean, and what the tables leave out. */
export function legendLines(tables: readonly (readonly ExplainedFile[])[], page: Page): string[] {
  const shown = tables.flatMap((files) => shownRows(files.filter(({ rank }) => rank !== null)));
  const files = shown.flatMap((row) => ('file' in row ? row.file : []));
  if (files.length === 0) return [];
  const lines = [
    ...(files.some(({ taken }) => taken === 'installed') ? ['✔ gets installed'] : []),
    ...(files.some(({ taken }) => taken === 'failing')
      ? ['✖ is taken, and then the installation fails']
      : []),
    ...(files.some(({ taken, tiedWithPrevious }) => taken === null && tiedWithPrevious)
      ? ['= ties with the file above: only where they lie decides']
      : []),
    ...(files.some(({ reason }) => reason?.includes(whateverIsListed))
      ? ['Of two folders the path decides, whatever the configuration lists first.']
      : []),
    ...(shown.some((row) => 'hidden' in row) ? ['… further files, which --format json lists'] : []),
    'What is installed already stays until --upgrade, and equal versions are exchanged with --force-reinstall only.',
  ];
  return lines.flatMap((line) => wrap(line, page.width)).map((line) => `${page.paint('dim', line)}\n`);
}

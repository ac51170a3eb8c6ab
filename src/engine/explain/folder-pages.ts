import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PackageIndex } from '../../index/index-answer.ts';
import type { Source } from '../../installer/source.ts';
import type { FindLinksFolder } from './folder-offers.ts';
import { pageSource } from './page-offers.ts';

/** A page as a source that can be asked. */
export interface SourcePage {
  readonly page: PackageIndex;
  readonly source: Source;
}

/** A page of this machine answers at once and asks for nobody's name. */
const localPage = { concurrency: 1, timeout: 30_000, userAgent: '' };

/**
 * The HTML files in a folder, which pip reads as pages of links.
 * @param position place of the folder among the find-links locations
 * @throws what listing the folder throws
 */
export async function folderPages({ path, only }: FindLinksFolder, position: number): Promise<SourcePage[]> {
  if (only !== undefined) return [];
  const names = (await readdir(path)).filter((name) => /\.html?$/i.test(name)).sort();
  if (names.length === 0) return [];
  const { openFindLinksPage } = await import('../../index/simple/find-links-page.ts');
  return names.map((name) => {
    const { href } = pathToFileURL(join(path, name));
    return {
      page: openFindLinksPage(href, localPage),
      source: { ...pageSource('page', href, position), isInFolder: true },
    };
  });
}

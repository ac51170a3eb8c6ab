import type { RecipePlace } from '../../config/recipe-place.ts';
import type { Finding } from '../../engine/finding.ts';
import type { Recipe, ScanningDetails } from '../../report/reporter.ts';
import { excerptsOf } from './excerpts.ts';
import { findRecipes } from './recipes.ts';

/** What code scanning is told, and where it comes from. */
export interface ScanningRequest {
  readonly category: string | undefined;
  readonly recipes: RecipePlace | undefined;
  readonly workingDirectory: string;
}

/** Reads the files that SARIF shows pieces of. @param notice says what was not found */
export async function scanningDetails(
  findings: readonly Finding[],
  { category, recipes: place, workingDirectory }: ScanningRequest,
  notice: (sentence: string) => void,
): Promise<ScanningDetails> {
  let recipes: ReadonlyMap<string, Recipe> = new Map();
  if (place !== undefined) {
    const found = await findRecipes(findings, place, workingDirectory);
    recipes = found.recipes;
    found.notices.forEach(notice);
  }
  const atWheels = findings.filter(({ wheel }) => !recipes.has(wheel));
  return { category, recipes, excerpts: await excerptsOf(atWheels, workingDirectory) };
}

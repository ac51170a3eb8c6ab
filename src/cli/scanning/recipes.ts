import { readFile, stat } from 'node:fs/promises';
import { basename, relative, resolve, sep } from 'node:path';
import type { RecipePlace } from '../../config/recipe-place.ts';
import type { Finding } from '../../engine/finding.ts';
import type { Recipe } from '../../report/reporter.ts';
import { list } from '../../report/words.ts';
import { parseWheelFilename } from '../../wheel/filename.ts';
import { excerptOf } from './excerpt.ts';

/** A recipe is a script or a list; of anything larger no line is shown. Bytes. */
const largestRecipe = 1024 * 1024;

/** The recipes of wheels that have findings, by path of the wheel, and what to say about those without one. */
export async function findRecipes(
  findings: readonly Finding[],
  place: RecipePlace,
  workingDirectory: string,
): Promise<{ readonly recipes: Map<string, Recipe>; readonly notices: readonly string[] }> {
  const known = new Map<string, Promise<Recipe | undefined>>();
  const recipes = new Map<string, Recipe>();
  const without = new Set<string>();
  for (const wheel of new Set(findings.map(({ wheel }) => wheel))) {
    const recipe = await firstOf(pathsFor(wheel, place), (path) => {
      const asked = known.get(path) ?? readRecipe(path, workingDirectory);
      known.set(path, asked);
      return asked;
    });
    if (recipe === undefined) without.add(basename(wheel));
    else recipes.set(wheel, recipe);
  }
  const { patterns } = place;
  const notices =
    without.size === 0
      ? []
      : [
          `There is no recipe '${patterns.join("' or '")}' for ${list([...without], 3)}: SARIF places these findings at the wheels.`,
        ];
  return { recipes, notices };
}

async function firstOf<Item, Value>(
  items: readonly Item[],
  find: (item: Item) => Promise<Value | undefined>,
): Promise<Value | undefined> {
  for (const item of items) {
    const value = await find(item);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** Absolute paths. A valid file name has no separator in its parts, so that nothing leads out of the pattern's folder. */
function pathsFor(wheel: string, { folder, patterns }: RecipePlace): string[] {
  const parsed = parseWheelFilename(basename(wheel));
  if (!parsed.ok) return [];
  const { project, distribution, version } = parsed.name;
  const values: Readonly<Record<string, string>> = { name: project, distribution, version: version.public };
  return patterns.map((pattern) =>
    resolve(
      folder,
      pattern.replace(/\{(\w+)\}/g, (all, name: string) => values[name] ?? all),
    ),
  );
}

async function readRecipe(path: string, workingDirectory: string): Promise<Recipe | undefined> {
  const stats = await stat(path).catch(() => undefined);
  if (!stats?.isFile()) return undefined;
  const text = stats.size <= largestRecipe ? await readFile(path, 'utf8').catch(() => '') : '';
  return { path: relative(workingDirectory, path).split(sep).join('/'), excerpt: excerptOf(text) };
}

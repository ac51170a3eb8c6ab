import type { Finding } from '../../../src/engine/finding.ts';
import type { Excerpt, Recipe, ReportContext } from '../../../src/report/reporter.ts';
import { context, usual } from '../samples.ts';

export const repository = {
  folder: 'wheelhouse',
  url: 'https://git.example.org/team/recipes',
  revision: '0123456789abcdef0123456789abcdef01234567',
  branch: 'main',
};

export const metadataExcerpt: Excerpt = {
  line: 27,
  text: 'Requires-Dist: nvidia-cublas-cu12==12.8.4.1',
  firstLine: 26,
  lines: [
    'Requires-Dist: jinja2',
    'Requires-Dist: nvidia-cublas-cu12==12.8.4.1',
    'Requires-Dist: nvidia-cudnn-cu12',
  ],
  whole: 'Metadata-Version: 2.4\nName: torch\n',
};

export const recipe: Recipe = {
  path: '../config/torch.sh',
  excerpt: {
    line: 1,
    text: 'PACKAGE_DOWNLOAD_NAME="torch"',
    firstLine: 1,
    lines: ['PACKAGE_DOWNLOAD_NAME="torch"', 'PYTHON_DEPS="numpy"'],
    whole: 'PACKAGE_DOWNLOAD_NAME="torch"\nPYTHON_DEPS="numpy"\n',
  },
};

/** The usual findings that are about lines of text. */
export const atLines: readonly Finding[] = usual.filter(({ line }) => line !== null);

export function lineContext(): ReportContext {
  const excerpts = new Map(atLines.map((finding) => [finding, metadataExcerpt]));
  const scanning = { category: 'nightly', recipes: new Map(), excerpts };
  return context({ repository, scanning });
}

/** All usual findings, each wheel made by the recipe. */
export function recipeContext(): ReportContext {
  const recipes = new Map(usual.map(({ wheel }) => [wheel, recipe]));
  return context({ repository, scanning: { category: undefined, recipes, excerpts: new Map() } });
}

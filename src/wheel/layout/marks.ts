import { fileSuffix } from '../native/file-suffix.ts';

/** What a name alone says of a file or folder that is not for the users of a wheel. */
export type Mark = 'leftover' | 'development' | 'build' | 'private-key' | 'credentials';

const words = (text: string): readonly string[] => text.match(/\S+/g) ?? [];

function table(entries: Readonly<Partial<Record<Mark, string>>>): ReadonlyMap<string, Mark> {
  const marks: readonly Mark[] = ['leftover', 'development', 'build', 'private-key', 'credentials'];
  return new Map(
    marks.flatMap((mark) => words(entries[mark] ?? '').map((word): [string, Mark] => [word, mark])),
  );
}

const folders = table({
  leftover: `.git .hg .svn .bzr CVS _darcs .idea .vscode .vs .settings __MACOSX .pytest_cache .mypy_cache .ruff_cache
    .hypothesis .ipynb_checkpoints .tox .nox .venv htmlcov`,
  development: '.github .gitlab .circleci .appveyor .azure-pipelines .binder .devcontainer .husky',
  build: 'CMakeFiles _skbuild .eggs',
  credentials: '.ssh .aws .gnupg .kube',
});

const files = table({
  leftover: '.DS_Store Thumbs.db ehthumbs.db desktop.ini .directory .coverage .pydevproject',
  development: `.gitignore .gitattributes .gitkeep .gitmodules .hgignore .hgtags .mailmap .travis.yml .appveyor.yml
    appveyor.yml azure-pipelines.yml .azure-pipelines.yml codecov.yml .codecov.yml .coveragerc .cirrus.yml .cirrus.star
    .gitlab-ci.yml .gitpod.yml .hadolint.yaml .lycheeignore .lycheecache .readthedocs.yaml .readthedocs.yml
    .pre-commit-config.yaml .editorconfig .flake8 .pylintrc .isort.cfg .bumpversion.cfg .dockerignore vsts-ci.yml
    .vsts-ci.yml tox.ini Pipfile Pipfile.lock poetry.lock pdm.lock uv.lock`,
  build: 'CMakeCache.txt .ninja_log .ninja_deps',
  'private-key': 'id_rsa id_dsa id_ecdsa id_ed25519',
  credentials: `.pypirc .netrc _netrc .git-credentials .htpasswd .pgpass .my.cnf .dockercfg .env .env.local
    .env.development .env.production .env.staging`,
});

const suffixes = table({
  leftover: 'swp swo orig rej',
  build: 'o obj gcda gcno ilk',
  'private-key': 'ppk kdbx',
});

/** Almost no file of a wheel has one of these. */
const tellingSuffixes: ReadonlySet<string> = new Set([
  ...suffixes.keys(),
  ...[...files.keys()].map(fileSuffix),
]);

/** Whether a file with this suffix may have a mark that neither its beginning nor a tilde gives it. */
export function isTelling(suffix: string): boolean {
  return tellingSuffixes.has(suffix);
}

/** @param start of the name without its folder */
export function markOfFile(name: string, start = 0): Mark | undefined {
  const mayHaveOne = name.startsWith('._', start) || name.endsWith('~') || isTelling(fileSuffix(name));
  return mayHaveOne ? markOfName(name.slice(start)) : undefined;
}

function markOfName(base: string): Mark | undefined {
  // Every extension of JupyterLab has it: the build of one writes it beside the file that it changes.
  if (base === 'package.json.orig') return undefined;
  const mark = files.get(base);
  if (mark !== undefined) return mark;
  if (base.length > 2 && (base.endsWith('~') || base.startsWith('._'))) return 'leftover';
  const dot = base.lastIndexOf('.');
  return dot > 0 ? suffixes.get(base.slice(dot + 1)) : undefined;
}

/** A folder that says what everything below it is. */
export interface MarkedFolder {
  readonly mark: Mark;
  /** Its path, with a slash at the end. */
  readonly path: string;
}

/** The first folder of a path that has a mark. @param path with a slash at the end, or empty */
export function markOfFolder(path: string): MarkedFolder | undefined {
  for (let start = 0, slash = 0; start < path.length; start = slash + 1) {
    slash = path.indexOf('/', start);
    if (slash === -1) return undefined;
    const mark = mayBeMarked(path, start, slash)
      ? markOfPart(path.slice(start, slash), path, slash + 1)
      : undefined;
    if (mark !== undefined) return { mark, path: path.slice(0, slash + 1) };
  }
  return undefined;
}

/** setuptools builds into `build/lib`, `build/bdist.linux-x86_64` and `build/temp.linux-x86_64-cpython-311`. */
const BUILD_FOLDERS = ['lib/', 'lib.', 'bdist.', 'temp.'];

/** What the names of marked folders begin with. */
const firstLetters: ReadonlySet<number> = new Set(
  ['build', ...folders.keys()].map((name) => name.charCodeAt(0)),
);

function mayBeMarked(path: string, start: number, end: number): boolean {
  return firstLetters.has(path.charCodeAt(start)) || path.startsWith('.egg-info', end - '.egg-info'.length);
}

function markOfPart(name: string, path: string, next: number): Mark | undefined {
  if (name === 'build' && BUILD_FOLDERS.some((below) => path.startsWith(below, next))) return 'build';
  return name.endsWith('.egg-info') ? 'build' : folders.get(name);
}

/** What a name alone says of a file or folder that is not for the users of a wheel. */
export type Mark = 'leftover' | 'development' | 'build' | 'private-key' | 'credentials';

const words = (text: string): readonly string[] => text.match(/\S+/g) ?? [];

function table(entries: Readonly<Partial<Record<Mark, string>>>): ReadonlyMap<string, Mark> {
  const marks: readonly Mark[] = ['leftover', 'development', 'build', 'private-key', 'credentials'];
  return new Map(
    marks.flatMap((mark) => words(entries[mark] ?? '').map((word): [string, Mark] => [word, mark])),
  );
}

/** By name of a folder. */
export const folderMarks = table({
  leftover: `.git .hg .svn .bzr CVS _darcs .idea .vscode .vs .settings __MACOSX .pytest_cache .mypy_cache .ruff_cache
    .hypothesis .ipynb_checkpoints .tox .nox .venv htmlcov`,
  development: '.github .gitlab .circleci .appveyor .azure-pipelines .binder .devcontainer .husky',
  build: 'CMakeFiles _skbuild .eggs',
  credentials: '.ssh .aws .gnupg .kube',
});

/** By name of a file. */
export const fileMarks = table({
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

/** By what follows the last dot of a file's name. */
export const suffixMarks = table({
  leftover: 'swp swo orig rej',
  build: 'o obj gcda gcno ilk',
  'private-key': 'ppk kdbx',
});

/** The name of a folder that has a mark where it holds what setuptools builds. */
export const buildFolder = 'build';

/** The end of the name of a folder that setuptools makes beside the sources. */
export const eggInfo = '.egg-info';

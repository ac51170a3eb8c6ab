/** What editors show for a key of the configuration; `[]` stands for the tables of a list. */
export const configDescriptions: Readonly<Record<string, string>> = {
  label: 'The local version label that your own builds carry, as in numpy-2.1.0+mysite.',
  preset: 'The set of rules to start from.',
  index:
    'Indexes to compare with, in the order in which they are asked. Default: PyPI; an empty list asks none.',
  'index[].url':
    'Base of a JSON API or a Simple API, or file: and a snapshot or a folder of recorded answers.',
  'index[].api': 'What the index speaks; auto finds it out.',
  'index[].forbidden': 'What the index means by status 403.',
  credentials: 'Variables of the environment that hold user names and passwords; never what is in them.',
  'credentials[].url': 'Indexes and pages at this URL, or below.',
  'credentials[].username-env':
    'Variable that holds the user name. Default: the one in the URL of the index.',
  'credentials[].password-env': 'Variable that holds the password or token.',
  stack: 'Find-links locations that one installer sees together.',
  'stack[].name': 'What reports call it.',
  'stack[].find-links': 'Folders, pages of links or single files; the one that is to win stands first.',
  target: 'Whose choice counts.',
  'target.installers': 'pip, uv, poetry, pdm, with a version as in pip@26.2.',
  'target.python': "3.11, 3.13t, pypy3.11. Default: those that the wheels' tags name.",
  'target.platform': "linux_x86_64, macosx_14_0_arm64, win_amd64. Default: those that the wheels' tags name.",
  'target.glibc': 'Version of glibc on linux_* platforms, as in 2.37.',
  'target.manylinux': 'false where the machines refuse manylinux wheels.',
  deep: 'Read every byte of every wheel: hashes against RECORD, damaged files. Default: that of the preset.',
  'lock-files': 'Lock files whose hashes the wheels must have; paths start at the folder of this file.',
  sarif: 'How findings are placed in SARIF.',
  'sarif.location':
    'Recipes that build the wheels, as in config/{name}.sh; paths start at the folder of this file.',
  suppressions:
    'Path of the baseline, from the folder of this file. Default: wheelhouse-lint-suppressions.json.',
  rules:
    'Rules by name, code or start of a code: a severity, or a table with it and the options of the rule.',
  ignore: 'Accepted findings, each with a reason.',
  'ignore[].rule': 'Name or code of the rule.',
  'ignore[].wheel': 'Glob for the file name, or for the path from this file where it holds a slash.',
  'ignore[].member': 'Glob for the member, where only some are accepted.',
  'ignore[].reason': 'Why it is accepted.',
  'ignore[].until': 'The last day on which it holds, as in 2027-01-31.',
};

import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { projectAnswer } from '../../fixtures/pypi-answer.ts';
import { wheelhouseLint } from '../support/command-line.ts';
import { exclusionsOf, explainToJson, onlyTarget, orderOf } from '../support/explanation.ts';
import { codesAndWheels, lintToJson } from '../support/json-report.ts';
import { tempFolder, writeAnswers, writeFiles, writeWheels } from '../support/temp-wheelhouse.ts';

const folders = ['gentoo2023/x86-64-v4', 'gentoo2023/x86-64-v3', 'gentoo2023/generic', 'generic'];
const wheel = 'numpy-2.1.0+computecanada-cp311-cp311-linux_x86_64.whl';
let cwd = '';
let env: Record<string, string> = {};

/** The set-up of an HPC site: four folders in a pip configuration that PIP_CONFIG_FILE names, PyPI beside them. */
beforeAll(async () => {
  cwd = await tempFolder();
  const builds = folders.map((folder) => ({
    filename: wheel,
    folder: `wheelhouse/${folder}`,
    files: { 'numpy/arch.txt': folder },
  }));
  await writeWheels(cwd, ...builds);
  const files = [
    'numpy-2.1.0-cp311-cp311-manylinux_2_17_x86_64.whl',
    'numpy-2.2.0-cp311-cp311-manylinux_2_17_x86_64.whl',
    'numpy-2.2.0.tar.gz',
  ];
  await writeAnswers(
    cwd,
    new Map([
      [
        'numpy',
        projectAnswer(
          'numpy',
          files.map((filename) => ({ filename })),
        ),
      ],
    ]),
  );
  const findLinks = (...names: string[]): string =>
    `find-links = ${names.map((name) => join(cwd, 'wheelhouse', name)).join(' ')}`;
  await writeFiles(cwd, {
    'pip.conf': `[global]
disable-pip-version-check = true

[download]
${findLinks(...folders)}

[wheel]
${findLinks(...folders.slice(0, 3))}

[install]
${findLinks(...folders)}
constraint = ${join(cwd, 'constraints.txt')}
only-binary = numpy,scipy
prefer-binary = true
`,
    'no-index.conf': `[global]\nno-index = true\n[install]\n${findLinks('generic')}\n`,
    'empty.conf': '',
  });
  env = { PIP_CONFIG_FILE: join(cwd, 'pip.conf') };
});

const answers = '--index-url=file:answers';
const notices = (): string[] => [
  `${join(cwd, 'pip.conf')} [install]: 'constraint = ${join(cwd, 'constraints.txt')}' changes what pip takes, and is not considered here.`,
  `${join(cwd, 'pip.conf')} [wheel]: 'find-links' differs from [install]: only 'pip install' looks in '${join(cwd, 'wheelhouse/generic')}'.`,
];

describe('explain --pip-config', () => {
  test('the generic build wins over those for newer processors, whatever the file lists first', async () => {
    const args = ['numpy', '--pip-config', answers, '--installer=pip@26.2', '--no-manylinux'];
    const { explanation, status } = await explainToJson(args, { cwd, env });
    const target = onlyTarget(explanation);
    expect(status).toBe(0);
    expect(target.stack).toBe('pip');
    expect(orderOf(target)).toEqual([
      `* wheelhouse/generic: ${wheel}`,
      `= wheelhouse/gentoo2023/generic: ${wheel}`,
      `= wheelhouse/gentoo2023/x86-64-v3: ${wheel}`,
      `= wheelhouse/gentoo2023/x86-64-v4: ${wheel}`,
    ]);
    expect(exclusionsOf(target)).toEqual([
      'numpy-2.1.0-cp311-cp311-manylinux_2_17_x86_64.whl: manylinux is switched off',
      'numpy-2.2.0-cp311-cp311-manylinux_2_17_x86_64.whl: manylinux is switched off',
      'numpy-2.2.0.tar.gz: sdists are ruled out',
    ]);
    expect(explanation.notices).toEqual(notices());
  });

  test('an installer that does not read this configuration is told of', async () => {
    const args = ['numpy', '--pip-config', answers, '--installer=pip,uv,pdm'];
    const { explanation } = await explainToJson(args, { cwd, env });
    expect(explanation.notices).toContain(
      'Only pip reads this configuration: uv and pdm would have to be told of the same places.',
    );
  });

  test('paths stand in place of its folders, --find-links beside them', async () => {
    const installer = '--installer=pip@26.2';
    const here = await explainToJson(['numpy', 'wheelhouse/generic', '--pip-config', answers, installer], {
      cwd,
      env,
    });
    expect(
      onlyTarget(here.explanation).candidates.filter(({ source }) => source !== 'wheelhouse/generic'),
    ).toHaveLength(3);
    expect(here.explanation.notices).toContain(
      "The paths stand in place of the find-links of pip's configuration; --find-links adds a place to them.",
    );
    await writeWheels(cwd, `fresh/${wheel}`);
    const beside = await explainToJson(
      ['numpy==2.1.0', '--find-links=fresh', '--pip-config', answers, installer],
      { cwd, env },
    );
    expect(orderOf(onlyTarget(beside.explanation)).slice(0, 2)).toEqual([
      `* fresh: ${wheel}`,
      `= wheelhouse/generic: ${wheel}`,
    ]);
  });

  test('without find-links there are none: this folder is not one of them', async () => {
    const args = ['numpy', '--pip-config', '--no-index', '--installer=pip@26.2'];
    const { explanation } = await explainToJson(args, {
      cwd: join(cwd, 'wheelhouse/generic'),
      env: { PIP_CONFIG_FILE: join(cwd, 'empty.conf') },
    });
    expect(onlyTarget(explanation).candidates).toEqual([]);
  });

  test("'no-index' of the configuration silences the index options of the command line too", async () => {
    const noIndex = { PIP_CONFIG_FILE: join(cwd, 'no-index.conf') };
    const args = ['numpy', '--pip-config', answers, '--extra-index-url=file:answers', '--installer=pip@26.2'];
    const { explanation } = await explainToJson(args, { cwd, env: noIndex });
    expect(onlyTarget(explanation).candidates.map(({ source }) => source)).toEqual(['wheelhouse/generic']);
  });

  test('--debug says where each setting stands', async () => {
    const args = ['explain', 'numpy', '--pip-config', answers, '--debug'];
    const { stderr } = await wheelhouseLint(args, { cwd, env });
    const lines = stderr.split('\n');
    expect(lines[0]).toBe('debug: configuration: none found');
    expect(lines).toContain(`debug: ${join(cwd, 'pip.conf')} (named): read`);
    const places = folders.map((folder) => join(cwd, 'wheelhouse', folder)).join(' ');
    expect(lines).toContain(`debug: find-links = ${places} from ${join(cwd, 'pip.conf')} [install]`);
    expect(lines).toContain(`debug: prefer-binary = true from ${join(cwd, 'pip.conf')} [install]`);
  });

  test('a configuration that stops pip stops this', async () => {
    await writeFiles(cwd, { 'broken.conf': '[install]\nprefer-binary = perhaps\n' });
    const broken = { PIP_CONFIG_FILE: join(cwd, 'broken.conf') };
    const run = await wheelhouseLint(['explain', 'numpy', '--pip-config'], { cwd, env: broken });
    expect(run).toEqual({
      status: 2,
      stdout: '',
      stderr: `${join(cwd, 'broken.conf')} [install]: 'prefer-binary' is 'perhaps', which pip refuses; write 'true' or 'false'.\n`,
    });
  });
});

describe('lint --pip-config', () => {
  const options = ['--pip-config', answers, '--no-manylinux', '--installer=pip@26.2', '--select=WHL201'];

  test('the folder that is listed first is told to be shadowed', async () => {
    const { report, stderr } = await lintToJson([...options, 'wheelhouse'], { cwd, env });
    expect(codesAndWheels(report)).toEqual([`WHL201 wheelhouse/gentoo2023/x86-64-v4/${wheel}`]);
    expect(report.findings[0]?.message).toContain(
      "'pip 26.2' would install the file of 'wheelhouse/generic'",
    );
    expect(stderr).toBe(
      notices()
        .map((notice) => `note: ${notice}\n`)
        .join(''),
    );
  });

  test('--print-config shows stack, indexes and formats', async () => {
    const { stdout } = await wheelhouseLint([...options, '--print-config'], { cwd, env });
    expect(JSON.parse(stdout)).toMatchObject({
      indexes: [{ url: expect.stringMatching(/^file:.*\/answers$/), api: 'auto' }],
      stacks: [{ name: 'pip', 'find-links': folders.map((folder) => join(cwd, 'wheelhouse', folder)) }],
      'prefer-binary': true,
      'only-binary': ['numpy', 'scipy'],
      'no-binary': [],
      manylinux: false,
    });
  });
});

describe('what lint passes over is told on standard error, one escaped line each', () => {
  test('installers, and missing places of stacks', async () => {
    const folder = await tempFolder();
    await writeWheels(folder, 'demo-1.0-py3-none-any.whl');
    await writeFiles(folder, {
      'wheelhouse-lint.toml': 'index = []\n[[stack]]\nname = "s"\nfind-links = [".", "go\\u001bne"]\n',
    });
    const { status, stderr } = await wheelhouseLint(['--installer=pip@99'], { cwd: folder });
    expect(status).toBe(0);
    expect(stderr.split('\n')).toEqual([
      'note: pip 99 is newer than pip 26.3, the newest that is known: it is taken to choose alike.',
      "note: The stack 's' lists 'go\\x1bne', which does not exist: installers pass over it.",
      '',
    ]);
  });
});

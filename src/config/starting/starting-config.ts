import { isAbsolute, relative, sep } from 'node:path';
import { stringify } from 'smol-toml';
import type { PresetName } from '../presets.ts';
import { defaultIndex } from '../source-settings.ts';
import type { PipSurvey } from './pip-survey.ts';
import type { Survey } from './survey.ts';

/** A configuration to start from. */
export interface StartingConfig {
  /** The file, with comments. */
  readonly text: string;
  /** What was decided, and why: a sentence each. */
  readonly decisions: readonly string[];
}

/** A part of the file, and why it is as it is. */
interface Part {
  readonly lines: readonly string[];
  readonly decisions: readonly string[];
}

/**
 * Makes a configuration of what wheels and pip tell. What is a guess stands as a comment.
 * @param folder absolute: where the file will stand
 */
export function startingConfig(
  survey: Survey,
  pip: PipSurvey,
  folder: string,
  schemaUrl: string,
): StartingConfig {
  const parts = [
    labelPart(survey),
    presetPart(survey),
    indexPart(pip),
    stackPart(survey, pip, folder),
    targetPart(survey),
    rulesPart,
  ];
  // A key behind a table would belong to it.
  const lines = parts.flatMap((part) => ['', ...part.lines]);
  return {
    text: `#:schema ${schemaUrl}\n# What each key means: docs/configuration.md. Delete what you do not need.\n${lines.join('\n')}\n`,
    decisions: [
      ...(pip.problem === undefined ? [] : [`pip: ${pip.problem}`]),
      ...parts.flatMap((part) => part.decisions),
    ],
  };
}

function labelPart({ label, labelled, wheels }: Survey): Part {
  const comment =
    '# The local version label of your own builds: a build without it is flagged unless it is a copy.';
  if (label === undefined) {
    const why = labelled === 0 ? 'no wheel carries one' : `the ${labelled} wheels that carry one share none`;
    return { lines: [comment, '# label = "mysite"'], decisions: [`label: none, because ${why}.`] };
  }
  return {
    lines: [comment, toml({ label: label.segment })],
    decisions: [
      `label: '${label.segment}', which ${label.wheels} of ${labelled} labelled wheels carry (${wheels} in all).`,
    ],
  };
}

function presetPart({ label, native, wheels }: Survey): Part {
  const isSite = label !== undefined || native > wheels / 2;
  const preset: PresetName = isSite ? 'hpc' : 'recommended';
  const why = isSite
    ? label === undefined
      ? `${native} of ${wheels} wheels are built for one machine (linux_*)`
      : 'the wheels have a label of their own'
    : 'nothing tells that these are builds of a site';
  return {
    lines: ['# recommended, hpc, security, pypi, strict or all', toml({ preset })],
    decisions: [`preset: '${preset}', because ${why}.`],
  };
}

function indexPart({ indexes }: PipSurvey): Part {
  if (indexes === undefined) {
    return {
      lines: ['# [[index]]', `# ${toml({ url: defaultIndex })}`],
      decisions: ["index: PyPI, because pip's configuration names none."],
    };
  }
  if (indexes.urls.length === 0) {
    return {
      lines: ['# pip asks no index.', 'index = []'],
      decisions: [`index: none, as ${indexes.from} says.`],
    };
  }
  const tables = indexes.urls.map((url) =>
    toml({ index: [url === defaultIndex ? { url } : { url, api: 'simple' }] }),
  );
  const hint = indexes.hadCredentials
    ? [
        'credentials: left out of the file; name the variables that hold them in [[credentials]], or keep them in ~/.netrc.',
      ]
    : [];
  return {
    lines: [
      `# As ${oneLine(indexes.from)} has them, in the order in which pip asks.`,
      ...tables.join('\n\n').split('\n'),
    ],
    decisions: [`index: ${indexes.urls.join(', ')}, as ${indexes.from} says.`, ...hint],
  };
}

function stackPart({ folders }: Survey, { findLinks }: PipSurvey, folder: string): Part {
  if (findLinks !== undefined && findLinks.places.length > 0) {
    const places = findLinks.places.map((place) => fromFolder(place, folder));
    return {
      lines: [
        `# The folders that one pip sees together, as ${oneLine(findLinks.from)} lists them.`,
        toml({ stack: [{ name: 'pip', 'find-links': places }] }),
      ],
      decisions: [`stack: the find-links locations that ${findLinks.from} lists (${places.length}).`],
    };
  }
  const example = folders.length > 1 ? folders : ['x86-64-v4', 'generic'];
  const lines = [
    '# Folders that one pip sees together, the one that is to win first. Without a stack all folders are one, in no order.',
    ...commented(toml({ stack: [{ name: 'default', 'find-links': example.slice(0, 20) }] })),
  ];
  const decision =
    folders.length > 1
      ? `stack: none yet; wheels lie in ${folders.length} folders, and only you know which is to win: see the comment.`
      : 'stack: none, because all wheels lie in one folder.';
  return { lines, decisions: [decision] };
}

function targetPart({ pythons, platforms }: Survey): Part {
  const target = {
    installers: ['pip', 'uv'],
    python: pythons.length > 0 ? pythons : ['3.13'],
    platform: platforms.length > 0 ? platforms.slice(0, 10) : ['linux_x86_64'],
  };
  return {
    lines: [
      "# Whose choice counts. Without it: today's pip and uv, on the Pythons and machines that the wheels' tags name.",
      ...commented(toml({ target })),
      '# manylinux = false # where a _manylinux.py refuses manylinux wheels',
    ],
    decisions: [],
  };
}

const rulesPart: Part = {
  lines: [
    "# A severity, or a table with options; 'wheelhouse-lint rules' lists them.",
    '# [rules]',
    '# newer-elsewhere = "info"',
    '',
    '# An accepted finding, with a reason.',
    '# [[ignore]]',
    '# rule = "same-filename"',
    '# wheel = "six-*.whl"',
    '# reason = "rebuilt on purpose"',
  ],
  decisions: [],
};

function toml(table: Record<string, unknown>): string {
  return stringify(table).trim();
}

function commented(text: string): string[] {
  return text.split('\n').map((line) => `# ${line}`.trimEnd());
}

/** For a comment, which a line break would end. */
function oneLine(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, '?');
}

/** A path below the folder is written from there on, so that the whole can be moved. */
function fromFolder(place: string, folder: string): string {
  if (!isAbsolute(place)) return place;
  const path = relative(folder, place).split(sep).join('/');
  return path.startsWith('../') || path === '..' || isAbsolute(path) ? place : path || '.';
}

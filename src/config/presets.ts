import type { RuleSettingWord } from './schema.ts';
import { strictContents } from './strict-contents.ts';

export const presetNames = ['recommended', 'hpc', 'security', 'pypi', 'strict', 'all'] as const;
export type PresetName = (typeof presetNames)[number];

/** What a preset changes in the rules' own defaults. */
export interface Preset {
  readonly summary: string;
  /** By rule name. */
  readonly rules: Readonly<Record<string, RuleSettingWord>>;
  /** Makes every warning an error. */
  readonly strict?: boolean;
  /** Turns on the rules that are off by default. */
  readonly complete?: boolean;
  /** Reads every byte of every wheel. */
  readonly deep?: boolean;
}

/** What has to be inflated to be seen, and is worth it where wheels are built or collected with care. */
const linkage: Preset['rules'] = {
  'linked-python': 'warning',
  'unresolved-library': 'warning',
  'bundled-system-library': 'warning',
  'bundled-nvidia-library': 'warning',
  'missing-init-function': 'warning',
};

/** Named sets of rule settings; `[rules]` and `--rule` come on top of them. */
export const presets: Readonly<Record<PresetName, Preset>> = {
  recommended: {
    summary: 'What is true and worth fixing in any wheelhouse.',
    rules: {},
  },
  hpc: {
    summary:
      'For wheelhouses of an HPC site: builds of its own carry a label and are linked with what is there, which modules bring.',
    rules: { 'missing-local-label': { unlisted: true }, 'system-requirement': 'warning', ...linkage },
  },
  security: {
    summary:
      'A file that can be exchanged for another one is an error, and a name that is free to claim a warning.',
    rules: {
      'same-filename': 'error',
      'same-priority': 'error',
      'not-on-index': 'warning',
      'index-disagreement': 'error',
      'decompression-bomb': 'error',
      'header-mismatch': 'error',
      'record-hash-mismatch': 'error',
      'record-unlisted-file': 'error',
      'secret-file': 'error',
      'startup-hook': 'info',
    },
    deep: true,
  },
  pypi: {
    summary: 'For wheels on their way to PyPI: what it refuses of names and metadata is an error.',
    rules: {
      'same-filename': 'error',
      'same-priority': 'error',
      outranked: 'off',
      'outranked-by-label': 'off',
      'missing-local-label': 'off',
      'unexpected-local-label': 'off',
      'label-order': 'off',
      'label-breaking-requirement': 'off',
      'nvidia-requirement': 'off',
      'ambiguous-archive': { readers: ['pypi'] },
      'header-mismatch': { severity: 'error', readers: ['pypi'] },
      'decompression-bomb': 'error',
      'pypi-refusal': 'error',
      // PyPI takes what uv refuses here.
      'false-size': 'off',
      'dist-info-mismatch': { publish: true },
      'unpublishable-filename': 'error',
      'invalid-requirement': 'error',
      'url-requirement': { severity: 'error', 'behind-extra': 'error' },
      'invalid-metadata': 'error',
      'unpublishable-metadata': 'error',
      'invalid-license': 'error',
      'invalid-entry-points': { publish: true },
      'linked-python': 'warning',
      // PyPI refuses larger files of projects that were not granted more.
      'large-wheel': { severity: 'warning', max: '100 MiB', 'max-installed': 'none' },
    },
  },
  strict: {
    summary:
      'Everything that `hpc` flags, what upstream requires and what wheels bring along by accident; every warning is an error.',
    rules: {
      'missing-local-label': { unlisted: true },
      'requirement-changed': 'info',
      'header-mismatch': 'error',
      'system-requirement': 'warning',
      ...linkage,
      'absolute-rpath': 'warning',
      'unsorted-tags': 'info',
      ...strictContents,
    },
    strict: true,
    deep: true,
  },
  all: {
    summary: 'Every rule at its own severity.',
    rules: {},
    complete: true,
  },
};

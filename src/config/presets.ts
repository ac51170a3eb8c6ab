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
}

/** Named sets of rule settings; `[rules]` and `--rule` come on top of them. */
export const presets: Readonly<Record<PresetName, Preset>> = {
  recommended: {
    summary: 'What is true and worth fixing in any wheelhouse.',
    rules: {},
  },
  hpc: {
    summary: 'For wheelhouses of an HPC site: every build of its own carries a label.',
    rules: { 'missing-local-label': { unlisted: true } },
  },
  security: {
    summary:
      'A file that can be exchanged for another one is an error, and a name that is free to claim a warning.',
    rules: {
      'same-filename': 'error',
      'same-priority': 'error',
      'not-on-index': 'warning',
      'index-disagreement': 'error',
      'secret-file': 'error',
      'startup-hook': 'info',
    },
  },
  pypi: {
    summary: 'For wheels on their way to PyPI, which takes no local version labels and no name twice.',
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
      // PyPI refuses larger files of projects that were not granted more.
      'large-wheel': { severity: 'warning', max: '100 MiB', 'max-installed': 'none' },
    },
  },
  strict: {
    summary:
      'Everything that `hpc` flags, what upstream requires and what wheels bring along by accident; every warning is an error.',
    rules: { 'missing-local-label': { unlisted: true }, 'requirement-changed': 'info', ...strictContents },
    strict: true,
  },
  all: {
    summary: 'Every rule at its own severity.',
    rules: {},
    complete: true,
  },
};

import { rules } from '../../../rules/index.ts';
import { presetNames } from '../../config/presets.ts';
import { severities } from '../../engine/finding.ts';
import { indexApis } from '../../index/index-options.ts';
import { formatNames } from '../../report/index.ts';
import { colorChoices } from '../color.ts';
import { explainFormats } from '../options.ts';
import type { KnownValues } from './described-command.ts';
import { shells } from './shells.ts';

const ruleNames = rules.map(({ name }) => name);

/** The words that options and commands take. */
export const knownValues: KnownValues = {
  '': { kind: 'files' },
  explain: { kind: 'files' },
  snapshot: { kind: 'files' },
  rules: { kind: 'words', words: rules.flatMap(({ name, code }) => [name, code]) },
  init: { kind: 'folders' },
  completions: { kind: 'words', words: shells },
  '--preset': { kind: 'words', words: presetNames },
  '--rule': { kind: 'pair', words: ruleNames, values: ['off', ...severities] },
  '--select': { kind: 'list', words: ruleNames },
  '--ignore': { kind: 'list', words: ruleNames },
  '--suppress-rule': { kind: 'list', words: ruleNames },
  '--format': { kind: 'pair', words: formatNames, values: 'files' },
  'explain --format': { kind: 'words', words: explainFormats },
  '--color': { kind: 'words', words: colorChoices },
  '--index-api': { kind: 'words', words: indexApis },
  '--installer': { kind: 'list', words: ['pip', 'uv', 'poetry', 'pdm'] },
  '--find-links': { kind: 'files' },
};

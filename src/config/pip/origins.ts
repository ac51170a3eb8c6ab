import type { FormatControl } from './format-control.ts';
import type { PipConfiguration, PipFile } from './read-pip-settings.ts';
import { formatOrigin, type PipSetting } from './setting.ts';
import type { PipSettings } from './settings.ts';
import { shown } from './shown.ts';

const states: Readonly<Record<PipFile['state'], string>> = {
  read: 'read',
  missing: 'missing',
  unreadable: 'not readable',
  'switched off': 'switched off by PIP_CONFIG_FILE',
};

/** Which files were looked at, and where each setting comes from: lines for `--debug`, without credentials. */
export function pipOrigins({ files, settings }: PipConfiguration): string[] {
  return [
    ...files.map(({ path, kind, state }) => `${path} (${kind}): ${states[state]}`),
    ...settingLines(settings),
  ];
}

function settingLines(settings: PipSettings): string[] {
  const { findLinks, indexUrl, extraIndexUrls, noIndex, preferBinary, pre, formats } = settings;
  return [
    ...line('find-links', findLinks, (places) => places.map(({ location }) => location).join(' ')),
    ...line('index-url', indexUrl, ({ location }) => location),
    ...line('extra-index-url', extraIndexUrls, (places) => places.map(({ location }) => location).join(' ')),
    ...line('no-index', noIndex, String),
    ...line('prefer-binary', preferBinary, String),
    ...line('pre', pre, String),
    ...line('formats', formats, formatsText),
  ];
}

function formatsText({ onlyBinary, noBinary }: FormatControl): string {
  const only = onlyBinary.size > 0 ? [`only-binary ${[...onlyBinary].join(',')}`] : [];
  const no = noBinary.size > 0 ? [`no-binary ${[...noBinary].join(',')}`] : [];
  return [...only, ...no].join(' ');
}

function line<Value>(
  option: string,
  setting: PipSetting<Value> | undefined,
  format: (value: Value) => string,
): string[] {
  if (setting === undefined) return [];
  const origins = setting.origins.map(formatOrigin).join(' and ');
  return [`${option} = ${shown(format(setting.value)) || '(nothing)'} from ${origins}`];
}

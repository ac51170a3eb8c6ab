import type { PipLocation } from './location.ts';
import { formatOrigin, type PipOrigin, type PipSetting } from './setting.ts';
import { type PipSettings, pipDefaultIndex } from './settings.ts';
import { shown } from './shown.ts';

/** An option that names places. */
interface PlacesOption {
  readonly name: string;
  /** What a command does with the places. */
  readonly verb: string;
  /** Whether their order changes what is taken. */
  readonly isOrdered: boolean;
  of(settings: PipSettings): PipSetting<readonly PipLocation[]> | undefined;
  readonly unset: readonly PipLocation[];
}

const placesOptions: readonly PlacesOption[] = [
  { name: 'find-links', verb: 'looks in', isOrdered: false, of: ({ findLinks }) => findLinks, unset: [] },
  {
    name: 'index-url',
    verb: 'asks',
    isOrdered: true,
    of: ({ indexUrl }) => indexUrl && { value: [indexUrl.value], origins: indexUrl.origins },
    unset: [pipDefaultIndex],
  },
  {
    name: 'extra-index-url',
    verb: 'asks',
    isOrdered: true,
    of: ({ extraIndexUrls }) => extraIndexUrls,
    unset: [],
  },
];

/**
 * Says where the own section of a command sends it to other places than `pip install`, a line for each option: when
 * folders change, one of the sections is easily forgotten.
 */
export function sectionNotices(other: PipSettings, install: PipSettings): string[] {
  const lines = placesOptions.map((option) => differentPlaces(option, other, install));
  return [...lines, differentNoIndex(other, install)].filter((line) => line !== undefined);
}

function differentPlaces(option: PlacesOption, other: PipSettings, install: PipSettings): string | undefined {
  const { name, verb } = option;
  const setting = option.of(other);
  const against = option.of(install);
  const origin = ownOrigin(setting, other);
  if (setting === undefined || origin === undefined) return undefined;
  const theirs = setting.value;
  const ours = against?.value ?? option.unset;
  const only = [
    ...onlyThere(theirs, ours, `only 'pip ${other.command}' ${verb}`),
    ...onlyThere(ours, theirs, `only 'pip install' ${verb}`),
  ];
  if (only.length > 0) {
    return `${formatOrigin(origin)}: '${name}' differs from ${nameOf(against, origin)}: ${only.join('; ')}.`;
  }
  const isSame = theirs.every(({ location }, index) => location === ours[index]?.location);
  if (isSame || !option.isOrdered) return undefined;
  return `${formatOrigin(origin)}: '${name}' has another order than in ${nameOf(against, origin)}.`;
}

function differentNoIndex(other: PipSettings, install: PipSettings): string | undefined {
  const origin = ownOrigin(other.noIndex, other);
  const [theirs, ours] = [other.noIndex?.value ?? false, install.noIndex?.value ?? false];
  if (origin === undefined || theirs === ours) return undefined;
  const [asks, asksNone] = theirs ? ['install', other.command] : [other.command, 'install'];
  return `${formatOrigin(origin)}: 'no-index' differs from ${nameOf(install.noIndex, origin)}: 'pip ${asksNone}' asks no index, 'pip ${asks}' does.`;
}

/** Where the command's own section sets it; what all commands see is no contradiction. */
function ownOrigin(
  setting: PipSetting<unknown> | undefined,
  { command }: PipSettings,
): PipOrigin | undefined {
  return setting?.origins.find(({ section }) => section === command);
}

function nameOf(setting: PipSetting<unknown> | undefined, beside: PipOrigin): string {
  const [origin] = setting?.origins ?? [];
  if (origin === undefined) return "'pip install', for which it is not set";
  return origin.place === beside.place ? `[${origin.section}]` : formatOrigin(origin);
}

function onlyThere(places: readonly PipLocation[], others: readonly PipLocation[], what: string): string[] {
  const only = places.filter(({ location }) => others.every((place) => place.location !== location));
  const names = new Set(only.map(({ location }) => `'${shown(location)}'`));
  return names.size > 0 ? [`${what} ${[...names].join(', ')}`] : [];
}

import { pathToFileURL } from 'node:url';
import { restrictFormats } from './pip/format-control.ts';
import type { PipLocation } from './pip/location.ts';
import type { PipMachine } from './pip/machine.ts';
import { pipOrigins } from './pip/origins.ts';
import { readPipSettings } from './pip/read-pip-settings.ts';
import { indexesOf, pipDefaultIndex } from './pip/settings.ts';
import {
  askedIndexes,
  type ConfiguredIndex,
  type ConfiguredLocation,
  defaultIndex,
  pathLocation,
  type SourceRequest,
  type SourceSettings,
  withoutCredentials,
  withoutRepeats,
} from './source-settings.ts';

/** The sources of the pip on this machine, with what the command line adds to them as pip's own options do. */
export interface PipSources {
  readonly sources: SourceSettings;
  readonly origins: readonly string[];
  readonly notices: readonly string[];
}

/**
 * `--pip-config`: stacks and indexes as `pip install` would see them.
 * @param given what holds without pip; its stacks and indexes give way
 * @throws {UsageError} where pip's own configuration would stop pip
 */
export async function readPipSources(
  given: SourceSettings,
  request: SourceRequest,
  machine: PipMachine,
): Promise<PipSources> {
  const configuration = await readPipSettings('install', machine);
  const { settings } = configuration;
  const findLinks = settings.findLinks?.value.map((place) => location(place, machine.workingDirectory)) ?? [];
  const isWithout = request.noIndex || settings.noIndex?.value === true;
  const [pipIndex, ...pipExtras] = indexesOf(settings).map(indexAt);
  // As pip has it: `--index-url` replaces the configured one, `--extra-index-url` adds to the configured ones.
  const { first, extra } = askedIndexes(request, machine.workingDirectory);
  const indexes = [...(first ?? (pipIndex === undefined ? [] : [pipIndex])), ...pipExtras, ...extra];
  return {
    sources: {
      ...given,
      indexes: isWithout ? [] : withoutRepeats(indexes),
      stacks: [{ name: 'pip', findLinks }],
      preferBinary: request.preferBinary || (settings.preferBinary?.value ?? false),
      prereleases: request.prereleases || (settings.pre?.value ?? false),
      formats: request.formatUses.reduce(
        (control, { option, value }) => restrictFormats(control, option, value),
        settings.formats?.value ?? given.formats,
      ),
    },
    origins: pipOrigins(configuration),
    notices: configuration.notices,
  };
}

function location({ kind, location: place }: PipLocation, workingDirectory: string): ConfiguredLocation {
  return kind === 'path'
    ? pathLocation(place, workingDirectory)
    : { kind, location: place, display: withoutCredentials(place) };
}

/** PyPI's files are the same through its JSON API, which tells more of them. */
function indexAt(place: PipLocation): ConfiguredIndex {
  if (place.location.replace(/\/$/, '') === pipDefaultIndex.location)
    return { url: defaultIndex, api: 'auto' };
  // pip asks nothing but Simple pages.
  return { url: place.kind === 'path' ? pathToFileURL(place.location).href : place.location, api: 'simple' };
}

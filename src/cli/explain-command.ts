import { loadSources } from '../config/config.ts';
import { allowedFormats } from '../config/pip/format-control.ts';
import { explain } from '../engine/explain/explain.ts';
import { readRequest, requirementNotices } from '../engine/explain/read-request.ts';
import type { Installer } from '../installer/installer.ts';
import { list } from '../report/words.ts';
import { type ColorChoice, colorChoices, wantsColor } from './color.ts';
import { sharedRequest } from './config-request.ts';
import { currentFolder } from './current-folder.ts';
import { exitStatus } from './exit-status.ts';
import { openStacks } from './explain-stacks.ts';
import { offlineNotices } from './offline-notices.ts';
import { OpenSources } from './open-sources.ts';
import { oneOf } from './option-values.ts';
import { explainFormats } from './options.ts';
import type { SourceFlags } from './source-options.ts';
import { write, writeDebug } from './streams.ts';
import type { TargetFlags } from './target-options.ts';

/** The options of `explain`. */
export interface ExplainFlags extends SourceFlags, TargetFlags {
  readonly config?: string | boolean;
  readonly format: string;
  readonly color: string | boolean;
  readonly debug: boolean;
}

/** `wheelhouse-lint explain <requirement> [paths…]`. @returns the exit status @throws {UsageError} */
export async function explainCommand(
  requirement: string,
  paths: readonly string[],
  flags: ExplainFlags,
): Promise<number> {
  const workingDirectory = currentFolder();
  const format = oneOf(flags.format, explainFormats, '--format');
  const choice: ColorChoice =
    flags.color === false ? 'never' : oneOf(String(flags.color), colorChoices, '--color');
  const config = await loadSources(sharedRequest(flags, workingDirectory), workingDirectory);
  const { sources, targets } = config;
  if (flags.debug) writeDebug([`configuration: ${config.path ?? 'none found'}`, ...config.origins]);
  const { preferBinary, prereleases, formats } = sources;
  const request = readRequest(requirement, {
    preferBinary,
    prereleases,
    formatsOf: (project) => allowedFormats(formats, project),
  });
  const opened = new OpenSources(flags, sources.credentials, workingDirectory);
  try {
    const stacks = await openStacks(paths, sources, opened, workingDirectory);
    const indexes = await opened.indexes(sources.indexes);
    const { installers, places } = targets;
    const explanation = await explain({ requirement, request, stacks, indexes, installers, places });
    const notices = [
      ...config.notices,
      ...(flags.pipConfig ? pipConfigNotices(paths, installers) : []),
      ...opened.notices,
      ...offlineNotices(opened.notAsked),
      ...opened.cacheNotices,
      ...requirementNotices(requirement),
      ...explanation.notices,
    ];
    const told = { ...explanation, notices };
    if (format === 'json') write((await import('../report/explain/json.ts')).explanationJson(told));
    else {
      const { explanationTable } = await import('../report/explain/table.ts');
      const { isTTY, columns } = process.stdout;
      const color = wantsColor(choice, isTTY === true, process.env);
      // Some pseudo-terminals say 0.
      const width = isTTY && columns > 0 ? { width: columns } : {};
      write(explanationTable(told, color, { workingDirectory, ...width }));
    }
    return told.unchecked.length > 0 ? exitStatus.incomplete : exitStatus.clean;
  } finally {
    await opened.close();
  }
}

/** What `--pip-config` does not do, though somebody may think so. */
function pipConfigNotices(paths: readonly string[], installers: readonly Installer[]): string[] {
  const others = installers.filter(({ id }) => !/^pip(?:@|:|$)/.test(id)).map(({ name }) => name);
  return [
    ...(paths.length > 0
      ? [
          "The paths stand in place of the find-links of pip's configuration; --find-links adds a place to them.",
        ]
      : []),
    ...(others.length > 0
      ? [`Only pip reads this configuration: ${list(others, 5)} would have to be told of the same places.`]
      : []),
  ];
}

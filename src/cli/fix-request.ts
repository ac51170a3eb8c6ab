import { resolve } from 'node:path';
import { UsageError } from '../errors.ts';
import type { Destination } from '../fix/fix-tools.ts';
import { type FixRequest, nothing } from '../fix/plan/request.ts';
import type { TagSet } from '../packaging/tags.ts';
import { localLabel, parseVersion } from '../packaging/version.ts';
import { parseWheelFilename } from '../wheel/filename.ts';
import { existingLabelChoices, type FixFlags } from './fix-options.ts';
import type { RequirementWishes } from './fix-requirements.ts';
import { oneOf } from './option-values.ts';

/** What the command line asks for. @returns `undefined` where nothing was asked for by name @throws {UsageError} */
export function requestOf(flags: FixFlags, { edits }: RequirementWishes): FixRequest | undefined {
  const existingLabel = oneOf(flags.existingLabel, existingLabelChoices, '--existing-label');
  const label = flags.localLabel === undefined ? undefined : labelOf(flags.localLabel);
  const retag = flags.retag === undefined || flags.retag === 'auto' ? flags.retag : tagsOf(flags.retag);
  const isChosen =
    label !== undefined ||
    retag !== undefined ||
    flags.record ||
    Object.values(edits).some(({ length }) => length > 0);
  if (!isChosen) return undefined;
  return { ...nothing, label, existingLabel, retag, requirements: edits, record: flags.record };
}

/** @throws {UsageError} */
function labelOf(text: string): string {
  const version = parseVersion(`1+${text}`);
  const label = version && localLabel(version);
  if (label !== undefined) return label;
  throw new UsageError(
    `--local-label: '${text}' is not a local version label: it has letters, digits and dots.`,
  );
}

/** @throws {UsageError} */
function tagsOf(text: string): TagSet {
  const parsed = parseWheelFilename(`demo-1-${text}.whl`);
  if (parsed.ok && parsed.name.build === undefined) return parsed.name;
  throw new UsageError(
    `--retag: '${text}' is not a python, an abi and a platform tag, as in py3-none-linux_x86_64, nor 'auto'.`,
  );
}

/** @throws {UsageError} where it is not clear what may be written where */
export function destinationOf(flags: FixFlags, workingDirectory: string): Destination {
  const { inPlace, outputDir, dryRun: isDryRun, force } = flags;
  if (inPlace && outputDir !== undefined) {
    throw new UsageError('Say either --in-place or --output-dir, not both.');
  }
  if (!inPlace && outputDir === undefined && !isDryRun) {
    throw new UsageError(
      'Say where new wheels go: --in-place, or --output-dir <folder>; --dry-run shows what would change.',
    );
  }
  const folder = outputDir === undefined ? undefined : resolve(workingDirectory, outputDir);
  return { folder, force, isDryRun };
}

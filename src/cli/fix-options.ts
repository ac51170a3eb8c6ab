import { type Command, Option } from 'commander';
import type { RequirementFlags } from './fix-requirements.ts';
import { collect, list } from './option-values.ts';
import { addColorOptions, addConfigOptions, addRuleOptions, type RuleFlags } from './options.ts';
import { addSourceOptions, type SourceFlags } from './source-options.ts';
import { addTargetOptions, type TargetFlags } from './target-options.ts';

export const existingLabelChoices = ['extend', 'keep'] as const;
export const fixFormats = ['text', 'json'] as const;

/** The options of `fix`, as commander gives them. */
export interface FixFlags extends RuleFlags, SourceFlags, TargetFlags, RequirementFlags {
  readonly localLabel?: string;
  readonly existingLabel: string;
  readonly retag?: string;
  readonly record: boolean;
  readonly inPlace: boolean;
  readonly outputDir?: string;
  readonly dryRun: boolean;
  readonly force: boolean;
  readonly format: string;
  readonly color: string | boolean;
  readonly progress: boolean;
  readonly debug: boolean;
}

/** Adds the options of `fix`. */
export function addFixOptions(command: Command): Command {
  command
    .optionsGroup('Fixes (without any: the safe ones of what the rules find):')
    .option('--local-label <label>', 'put this local version label into names, METADATA and RECORD')
    .addOption(
      new Option(
        '--existing-label <what>',
        `what becomes of another label: ${existingLabelChoices.join(', ')} (default: extend)`,
      ).default('extend'),
    )
    .option(
      '--retag <tags>',
      "write these tags, such as py3-none-linux_x86_64, or 'auto' for the suggested ones",
    )
    .option(
      '--drop-requirement <names>',
      'remove requirements: a family (nvidia, mkl, mpi, rocm, …), names, globs',
      list,
      [],
    )
    .option(
      '--replace-requirement <old=new>',
      'another requirement in its place; markers and extras stay (repeatable)',
      collect,
      [],
    )
    .option('--add-requirement <requirement>', 'add one, if it is not there (repeatable)', collect, [])
    .option('--record', 'make RECORD list what the archive holds', false)
    .optionsGroup('Where to (one of the first three):')
    .option('--in-place', 'new wheels take the place of the old ones', false)
    .option('--output-dir <folder>', 'write new wheels there, and leave the old ones alone')
    .option('--dry-run', 'show what would change, and write nothing', false)
    .option('--force', 'replace other files that have the name of a new wheel', false);
  addRuleOptions(addConfigOptions(command));
  addSourceOptions(command);
  addTargetOptions(command);
  command
    .optionsGroup('Output:')
    .option('--format <name>', `${fixFormats.join(', ')} (default: text)`, 'text');
  return addColorOptions(command)
    .option('--no-progress', 'show no progress bar')
    .option('--debug', 'show the stack of an internal error', false);
}

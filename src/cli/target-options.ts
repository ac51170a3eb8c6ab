import type { Command } from 'commander';
import { defaultInstallers } from '../installer/installer.ts';
import { list } from './option-values.ts';

/** Whom the verdicts are for. */
export interface TargetFlags {
  readonly installer: readonly string[];
  readonly python: readonly string[];
  readonly platform: readonly string[];
  readonly glibc?: string;
  /** `false` for `--no-manylinux`. */
  readonly manylinux: boolean;
}

export function addTargetOptions(command: Command): Command {
  return command
    .optionsGroup('Targets:')
    .option(
      '--installer <names>',
      `pip, uv, poetry, pdm, with a version: pip@21.0 (default: ${defaultInstallers.join(',')})`,
      list,
      [],
    )
    .option(
      '--python <versions>',
      "3.11, 3.13t, pypy3.11 (default: those that the wheels' tags name)",
      list,
      [],
    )
    .option(
      '--platform <tags>',
      "linux_x86_64, macosx_14_0_arm64, win_amd64 (default: those that the wheels' tags name)",
      list,
      [],
    )
    .option(
      '--glibc <version>',
      'glibc of linux_* platforms, as in 2.37 (default: newer than any tag asks for)',
    )
    .option('--no-manylinux', 'the machines refuse manylinux (a _manylinux.py does that)');
}

import { execFile } from 'node:child_process';
import {
  accessSync,
  chmodSync,
  constants,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Log } from 'sarif';

const require = createRequire(import.meta.url);
const run = promisify(execFile);
const config = join(import.meta.dirname, '..', 'sarif-validate.config.xml');

/** The validator's binary for this platform, or why there is none. */
export function findMultitool(): { path: string } | { missing: string } {
  try {
    const path: string = require('@microsoft/sarif-multitool');
    if (existsSync(path)) return { path };
  } catch {
    // The package of the platform is optional, so it may not be installed.
  }
  return { missing: `@microsoft/sarif-multitool has no binary for ${process.platform} here` };
}

/** Installers may drop the exec bit; the copy has it. */
function executable(path: string, folder: string): string {
  try {
    accessSync(path, constants.X_OK);
    return path;
  } catch {
    const copy = join(folder, 'Sarif.Multitool');
    copyFileSync(path, copy);
    chmodSync(copy, 0o755);
    return copy;
  }
}

export interface Complaint {
  readonly level: string;
  readonly rule: string;
  readonly arguments: readonly string[];
}

/** All that the validator says of a log. Its exit status is 0 even for a bad log: what counts is its report. */
export async function validate(path: string, log: string): Promise<Complaint[]> {
  const folder = mkdtempSync(join(tmpdir(), 'sarif-validate-'));
  try {
    return await complaints(executable(path, folder), folder, log);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function complaints(binary: string, folder: string, log: string): Promise<Complaint[]> {
  const [input, output] = [join(folder, 'log.sarif'), join(folder, 'report.sarif')];
  writeFileSync(input, log);
  await run(binary, [
    ...['validate', input, '--config', config, '--output', output, '--log', 'ForceOverwrite', '--quiet'],
    ...['--rule-kind', 'Sarif;Ghas', '--level', 'Error;Warning;Note', '--kind', 'Fail'],
  ]);
  const report: Log = JSON.parse(readFileSync(output, 'utf8'));
  const [first] = report.runs;
  if (first?.invocations?.[0]?.executionSuccessful !== true) throw new Error('the validator failed');
  return (first.results ?? []).map(({ level = 'warning', ruleId = '', message }) => ({
    level,
    rule: ruleId,
    arguments: message.arguments ?? [],
  }));
}

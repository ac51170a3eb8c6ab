import { constants } from 'node:fs';
import { access, stat, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { LintResult } from '../engine/finding.ts';
import { UsageError } from '../errors.ts';
import { type FormatName, formatNames, reporters } from '../report/index.ts';
import type { ReportContext, Reporter } from '../report/reporter.ts';
import { didYouMean } from '../suggest.ts';

/** One `--format`: what to write, and where. */
export interface Output {
  /** A format, or what names a reporter of somebody's own. */
  readonly format: string;
  /** Absolute path; `undefined` for standard output. */
  readonly file: string | undefined;
}

/** An output with what writes it. */
export interface LoadedOutput extends Output {
  readonly report: Reporter;
}

/** @throws {UsageError} for two formats on standard output or in one file */
export function parseOutputs(words: readonly string[], workingDirectory: string): Output[] {
  const outputs = (words.length > 0 ? words : ['stylish']).map((word) => parseOutput(word, workingDirectory));
  const shown = outputs.filter(({ file }) => file === undefined);
  if (shown.length > 1) {
    const second = shown[1]?.format ?? '';
    throw new UsageError(
      `Two formats cannot both go to standard output: write one to a file, as in --format ${second}=${exampleFile(second)}.`,
    );
  }
  const files = outputs.flatMap(({ file }) => file ?? []);
  const twice = files.find((file, index) => files.indexOf(file) !== index);
  if (twice !== undefined) throw new UsageError(`Two formats cannot both go to the file '${twice}'.`);
  return outputs;
}

function parseOutput(word: string, workingDirectory: string): Output {
  const equals = word.indexOf('=');
  if (equals === -1) return { format: word, file: undefined };
  if (equals === word.length - 1) throw new UsageError(`--format ${word} names no file after the '='.`);
  return { format: word.slice(0, equals), file: resolve(workingDirectory, word.slice(equals + 1)) };
}

const suffixes: Readonly<Partial<Record<FormatName, string>>> = {
  stylish: 'txt',
  concise: 'txt',
  github: 'txt',
  gitlab: 'json',
  junit: 'xml',
  markdown: 'md',
};

function exampleFile(format: string): string {
  const name = formatNames.find((candidate) => candidate === format);
  return name === undefined ? 'report.txt' : `report.${suffixes[name] ?? name}`;
}

/**
 * Loads what writes the reports, and looks whether their files can be written: before the work, not after it.
 * @throws {UsageError} for an unknown format, and for a file that cannot be written
 */
export async function loadOutputs(
  outputs: readonly Output[],
  workingDirectory: string,
): Promise<LoadedOutput[]> {
  const loaded: LoadedOutput[] = [];
  for (const output of outputs) {
    loaded.push({ ...output, report: await loadReporter(output.format, workingDirectory) });
  }
  for (const { file } of outputs) if (file !== undefined) await tryFile(file);
  return loaded;
}

async function loadReporter(format: string, workingDirectory: string): Promise<Reporter> {
  const name = formatNames.find((candidate) => candidate === format);
  if (name !== undefined) return reporters[name]();
  const { loadOwnReporter } = await import('./own-reporter.ts');
  const own = await loadOwnReporter(format, workingDirectory);
  if (own !== undefined) return own;
  throw new UsageError(
    `There is no format '${format}'.${didYouMean(format, formatNames) || ` There are: ${formatNames.join(', ')}.`}`,
  );
}

async function tryFile(file: string): Promise<void> {
  try {
    const stats = await stat(file).catch(() => undefined);
    if (stats?.isDirectory()) throw new Error('it is a folder');
    // Not only the folder: below a file there is nothing that could be written.
    await access(stats === undefined ? `${dirname(file)}/.` : file, constants.W_OK);
  } catch (error) {
    throw cannotWrite(file, error);
  }
}

function cannotWrite(file: string, error: unknown): UsageError {
  const reason = error instanceof Error ? error.message : String(error);
  return new UsageError(`The report '${file}' cannot be written: ${reason}`);
}

/**
 * Writes every report; one that fails does not keep the others from being written.
 * @param write standard output
 * @throws {UsageError} where a file cannot be written, for the first that cannot
 */
export async function writeOutputs(
  outputs: readonly LoadedOutput[],
  result: LintResult,
  context: ReportContext,
  write: (text: string) => void,
): Promise<void> {
  const failures: unknown[] = [];
  for (const { report, file } of outputs) {
    try {
      if (file === undefined) write(await report(result, context));
      else {
        const text = await report(result, { ...context, color: false, links: false, width: undefined });
        await writeFile(file, text).catch((error: unknown) => {
          throw cannotWrite(file, error);
        });
      }
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
}

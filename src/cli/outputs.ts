import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { LintResult } from '../engine/finding.ts';
import { UsageError } from '../errors.ts';
import { type FormatName, formatNames, reporters } from '../report/index.ts';
import type { ReportContext } from '../report/reporter.ts';
import { didYouMean } from '../suggest.ts';

/** One `--format`: what to write, and where. */
export interface Output {
  readonly format: FormatName;
  /** Absolute path; `undefined` for standard output. */
  readonly file: string | undefined;
}

/** @throws {UsageError} for an unknown format, or two on standard output or in one file */
export function parseOutputs(words: readonly string[], workingDirectory: string): Output[] {
  const outputs = (words.length > 0 ? words : ['stylish']).map((word) => parseOutput(word, workingDirectory));
  const shown = outputs.filter(({ file }) => file === undefined);
  if (shown.length > 1) {
    const second = shown[1]?.format;
    throw new UsageError(
      `Two formats cannot both go to standard output: write one to a file, as in --format ${second}=report.${second === 'stylish' ? 'txt' : second}.`,
    );
  }
  const files = outputs.flatMap(({ file }) => file ?? []);
  const twice = files.find((file, index) => files.indexOf(file) !== index);
  if (twice !== undefined) throw new UsageError(`Two formats cannot both go to the file '${twice}'.`);
  return outputs;
}

function parseOutput(word: string, workingDirectory: string): Output {
  const equals = word.indexOf('=');
  const name = equals === -1 ? word : word.slice(0, equals);
  const format = formatNames.find((candidate) => candidate === name);
  if (format === undefined) {
    throw new UsageError(
      `There is no format '${name}'.${didYouMean(name, formatNames) || ` There are: ${formatNames.join(', ')}.`}`,
    );
  }
  if (equals === -1) return { format, file: undefined };
  if (equals === word.length - 1) throw new UsageError(`--format ${word} names no file after the '='.`);
  return { format, file: resolve(workingDirectory, word.slice(equals + 1)) };
}

/**
 * Writes every report.
 * @param write standard output
 * @throws {UsageError} where a file cannot be written
 */
export async function writeOutputs(
  outputs: readonly Output[],
  result: LintResult,
  context: ReportContext,
  write: (text: string) => void,
): Promise<void> {
  for (const { format, file } of outputs) {
    const report = await reporters[format]();
    if (file === undefined) {
      write(await report(result, context));
      continue;
    }
    const text = await report(result, { ...context, color: false });
    await writeFile(file, text).catch((error: unknown) => {
      throw new UsageError(
        `The report '${file}' cannot be written: ${error instanceof Error ? error.message : error}`,
      );
    });
  }
}

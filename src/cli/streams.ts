import { escapeTerminal } from '../report/escape.ts';
import { exitStatus } from './exit-status.ts';

/** Writes to standard output. */
export function write(text: string): void {
  process.stdout.write(text);
}

/** Lines for `--debug` on standard error. */
export function writeDebug(lines: readonly string[]): void {
  for (const line of lines) process.stderr.write(`debug: ${escapeTerminal(line)}\n`);
}

/** What has to be said aloud, on standard error: one line each. */
export function writeNotices(notices: readonly string[]): void {
  for (const notice of notices) process.stderr.write(`note: ${escapeTerminal(notice)}\n`);
}

/**
 * A reader that has seen enough (`| head`) is no fault: go on without output, so that the exit status stands. A disk
 * that is full is one: the report is not all there.
 */
export function tolerateClosedOutput(): void {
  process.stdout.on('error', (error: Error) => {
    if ('code' in error && error.code === 'EPIPE') return;
    process.stderr.write(`Standard output cannot be written: ${error.message}\n`);
    // Last of all, because the run that goes on sets a status of its own.
    process.once('exit', () => {
      process.exitCode = exitStatus.usage;
    });
  });
}

import { exitStatus } from './exit-status.ts';

/** Writes to standard output. */
export function write(text: string): void {
  process.stdout.write(text);
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

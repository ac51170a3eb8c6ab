/** Writes to standard output. */
export function write(text: string): void {
  process.stdout.write(text);
}

/** A reader that has seen enough (`| head`) is no fault: go on without output, so that the exit status stands. */
export function tolerateClosedOutput(): void {
  process.stdout.on('error', (error: Error) => {
    if (!('code' in error) || error.code !== 'EPIPE') throw error;
  });
}

/** Wrong usage or configuration: one line for the user that says what to do, exit status 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

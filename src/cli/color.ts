/** `--color`. */
export const colorChoices = ['auto', 'always', 'never'] as const;
export type ColorChoice = (typeof colorChoices)[number];

/**
 * Whether a stream gets colours: the option first, then `FORCE_COLOR`, `NO_COLOR`, then whether it is a terminal.
 * @see https://no-color.org/ and https://force-color.org/
 */
export function wantsColor(
  choice: ColorChoice,
  isTerminal: boolean,
  environment: NodeJS.ProcessEnv,
): boolean {
  if (choice !== 'auto') return choice === 'always';
  const force = environment.FORCE_COLOR;
  if (force !== undefined) return force !== '0' && force !== 'false';
  if (environment.NO_COLOR) return false;
  return isTerminal && environment.TERM !== 'dumb';
}

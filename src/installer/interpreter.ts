/** A Python that wheels are installed for. */
export interface Interpreter {
  readonly implementation: 'cpython' | 'pypy';
  /** Minor version of Python 3. */
  readonly minor: number;
  /** Free-threaded build (3.13 and newer). */
  readonly threaded: boolean;
}

/** CPython minor versions that wheels are made for. */
export const pythonMinors = [8, 9, 10, 11, 12, 13, 14, 15] as const;

const firstThreaded = 13;

/**
 * Reads `3.11`, `3.13t`, `cp311`, `cp313t`, `pypy3.11` and `pp311`.
 * @returns `undefined` for anything else
 */
export function parseInterpreter(text: string): Interpreter | undefined {
  const match = /^(?:(cp|cpython|pp|pypy)-?)?3\.?(\d{1,2})(t?)$/i.exec(text);
  if (!match) return undefined;
  const [, word = 'cp', digits = '', suffix = ''] = match;
  const minor = Number(digits);
  const implementation = /^p/i.test(word) ? 'pypy' : 'cpython';
  const threaded = suffix !== '';
  if (threaded && (implementation === 'pypy' || minor < firstThreaded)) return undefined;
  return minor >= 6 && minor <= 30 ? { implementation, minor, threaded } : undefined;
}

/** `3.11`, `3.13t`, `pypy3.11`: as a user writes it. */
export function formatInterpreter({ implementation, minor, threaded }: Interpreter): string {
  return `${implementation === 'pypy' ? 'pypy' : ''}3.${minor}${threaded ? 't' : ''}`;
}

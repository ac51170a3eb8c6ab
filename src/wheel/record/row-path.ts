/** How a path is written that is not as members are called. */
export type PathFault = 'absolute' | 'outside' | 'backslash' | 'unnormalized';

export interface OddPath {
  readonly fault: PathFault;
  /** What it comes down to; `undefined` where that is outside of the wheel. */
  readonly path: string | undefined;
}

/** @returns `undefined` for a path as it should be: relative, with `/` between names, none of them `.`, `..` or empty */
export function readOddPath(written: string): OddPath | undefined {
  if (!/\\|^[A-Za-z]:\/|^\/|\/\/|(?:^|\/)\.\.?(?:\/|$)/.test(written)) return undefined;
  const slashed = written.replaceAll('\\', '/');
  const relative = slashed.replace(/^(?:[A-Za-z]:)?\/+/, '');
  const names: string[] = [];
  for (const name of relative.split('/')) {
    if (name === '' || name === '.') continue;
    if (name !== '..') names.push(name);
    else if (names.pop() === undefined) return { fault: 'outside', path: undefined };
  }
  const path = names.join('/');
  if (relative !== slashed) return { fault: 'absolute', path };
  return { fault: slashed === written ? 'unnormalized' : 'backslash', path };
}

import { randomBytes } from 'node:crypto';

/** How everything begins that a run puts beside wheels and takes away again; no such name ends in `.whl`. */
const prefix = '.wheelhouse-lint-fix-';
const draftSuffix = '.part';
const lockSuffix = '.lock';

/** A name for a wheel that is not finished. */
export function draftName(): string {
  return `${prefix}${randomBytes(8).toString('hex')}${draftSuffix}`;
}

export function isDraftName(name: string): boolean {
  return name.startsWith(prefix) && name.endsWith(draftSuffix);
}

/** Who holds a folder: a process, on a machine. */
export interface LockOwner {
  /** Tells machines apart on which process ids mean different things. */
  readonly scope: string;
  readonly pid: number;
}

/** A name of its own for each try, so that nobody removes another's lock for a stale one. */
export function lockName({ scope, pid }: LockOwner): string {
  return `${prefix}${scope}-${pid}-${randomBytes(4).toString('hex')}${lockSuffix}`;
}

/** @returns `undefined` for a name that is no lock's */
export function lockOwner(name: string): LockOwner | undefined {
  const match = /^\.wheelhouse-lint-fix-([0-9a-f]{12})-(\d+)-[0-9a-f]{8}\.lock$/.exec(name);
  return match === null ? undefined : { scope: match[1] ?? '', pid: Number(match[2]) };
}

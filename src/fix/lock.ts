import { createHash, randomInt } from 'node:crypto';
import { readdir, readFile, readlink, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { isDraftName, type LockOwner, lockName, lockOwner } from './names.ts';

/** A held folder. */
export interface FolderLock {
  /** Drafts of dead runs that were removed. */
  readonly cleaned: number;
  release(): Promise<void>;
}

/** A lock says this often that its owner lives. In milliseconds. */
const heartbeat = 10_000;
/** Of an owner that was not heard of for so long, nothing more is expected. In milliseconds. */
const longestSilence = 120_000;

/**
 * Holds a folder against other runs. Each run puts a file of its own there and then looks for others: of two that come
 * at the same moment both see each other, step back and try again, so never two hold it.
 * @param onWait is told once that somebody else holds it
 * @throws errors of the system where the folder cannot be written
 */
export async function lockFolder(folder: string, onWait: () => void): Promise<FolderLock> {
  const owner = { scope: await machineScope(), pid: process.pid };
  for (let tries = 0; ; tries += 1) {
    const path = join(folder, lockName(owner));
    await writeFile(path, '', { flag: 'wx' });
    const others = await livingOthers(folder, path, owner);
    if (others === 0) return hold(path, await removeDrafts(folder));
    await rm(path, { force: true });
    if (tries === 0) onWait();
    await wait(randomInt(20, 100 + Math.min(tries, 20) * 20));
  }
}

function hold(path: string, cleaned: number): FolderLock {
  const beat = setInterval(() => {
    const now = new Date();
    // A lock that somebody took away is no reason to stop: nothing is overwritten without it either.
    utimes(path, now, now).catch(() => undefined);
  }, heartbeat);
  beat.unref();
  return {
    cleaned,
    release: async () => {
      clearInterval(beat);
      await rm(path, { force: true });
    },
  };
}

/** Counts the locks of other runs that live, and removes those of dead ones. */
async function livingOthers(folder: string, own: string, me: LockOwner): Promise<number> {
  let living = 0;
  for (const name of await readdir(folder)) {
    const owner = lockOwner(name);
    const path = join(folder, name);
    if (owner === undefined || path === own) continue;
    if (await isDead(owner, me, path)) await rm(path, { force: true });
    else living += 1;
  }
  return living;
}

async function isDead(owner: LockOwner, me: LockOwner, path: string): Promise<boolean> {
  if (owner.scope === me.scope && !isRunning(owner.pid)) return true;
  const stats = await stat(path).catch(() => undefined);
  return stats === undefined || Date.now() - stats.mtimeMs > longestSilence;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process cannot be signalled, and runs.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** While the folder is held, every draft in it is a dead run's. */
async function removeDrafts(folder: string): Promise<number> {
  const drafts = (await readdir(folder)).filter(isDraftName);
  for (const name of drafts) await rm(join(folder, name), { force: true });
  return drafts.length;
}

/** Where a process id means the same process: one start of one machine, one namespace of ids. */
async function machineScope(): Promise<string> {
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '');
  const namespace = await readlink('/proc/self/ns/pid').catch(() => '');
  return createHash('sha256').update(`${hostname()}\n${boot}\n${namespace}`).digest('hex').slice(0, 12);
}

/** Kills its process right before a call that changes something on the disk: `KILL_AT=3 node --import kill-at.ts …`. */
import fs, { promises } from 'node:fs';
import { open } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

const killAt = Number(process.env.KILL_AT);
let calls = 0;

function watch<Name extends string>(owner: Partial<Record<Name, unknown>>, names: readonly Name[]): void {
  for (const name of names) {
    const call = owner[name];
    if (typeof call !== 'function') throw new Error(`there is no ${name}`);
    owner[name] = function (this: unknown, ...args: unknown[]): unknown {
      calls += 1;
      if (calls === killAt) process.kill(process.pid, 'SIGKILL');
      return Reflect.apply(call, this, args);
    };
  }
}

const handle = await open(import.meta.filename);
watch(Object.getPrototypeOf(handle), ['write', 'truncate', 'sync', 'chmod']);
await handle.close();
watch(promises, ['copyFile', 'link', 'mkdir', 'rename', 'rm', 'unlink', 'utimes', 'writeFile']);
watch(fs, ['writeSync', 'unlinkSync', 'renameSync']);
syncBuiltinESMExports();

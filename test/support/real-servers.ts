import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { tempFolder, writeFiles } from './temp-wheelhouse.ts';

/** A server of another make that serves a folder on 127.0.0.1. */
export interface RealServer {
  readonly origin: string;
  close(): Promise<void>;
}

/** A kind of server: how to start it, or why it cannot be. */
export interface ServerKind {
  readonly name: string;
  /** In plain words; `undefined` where the program is there. */
  readonly missing: string | undefined;
  start(folder: string): Promise<RealServer>;
}

const isThere = (program: string, argument: string): boolean => spawnSync(program, [argument]).status === 0;

/** nginx with `autoindex`, as sites list folders; a folder with an `index.html` gives that. */
export const nginx: ServerKind = {
  name: 'nginx',
  missing: isThere('nginx', '-v') ? undefined : 'SKIPPED: nginx is not on this machine',
  async start(folder) {
    const port = await freePort();
    const place = await tempFolder();
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
      (name) => `${name}_temp_path ${place}/${name};`,
    );
    // As root nginx serves as another user, who may not look into the folders of the tests.
    const user = process.getuid?.() === 0 ? 'user root;' : '';
    await writeFiles(place, {
      'nginx.conf': `${user} daemon off; pid ${place}/pid; error_log ${place}/errors; worker_processes 1;
events {}
http {
  access_log off; ${temporary.join(' ')}
  types { text/html html; }
  default_type application/octet-stream;
  server { listen 127.0.0.1:${port}; root ${folder}; autoindex on; index index.html; }
}`,
    });
    const config = ['-c', join(place, 'nginx.conf'), '-e', join(place, 'errors')];
    return started(spawn('nginx', [...config, '-p', place], { stdio: 'ignore' }), port);
  },
};

const apacheModules = '/usr/lib/apache2/modules';

/** Apache with `mod_autoindex` as a table, its usual form. */
export const apache: ServerKind = {
  name: 'Apache',
  missing:
    isThere('apache2', '-v') && existsSync(apacheModules)
      ? undefined
      : "SKIPPED: Debian's apache2 is not on this machine",
  async start(folder) {
    const port = await freePort();
    const place = await tempFolder();
    // As root Apache serves as another user, who may not look into the folders of the tests.
    await chmod(folder, 0o755);
    const modules = ['mpm_event', 'authz_core', 'dir', 'mime', 'autoindex'].map(
      (name) => `LoadModule ${name}_module ${apacheModules}/mod_${name}.so`,
    );
    await writeFiles(place, {
      'apache.conf': `${modules.join('\n')}
ServerName 127.0.0.1
Listen 127.0.0.1:${port}
PidFile ${place}/pid
ErrorLog ${place}/errors
TypesConfig /dev/null
AddType text/html .html
DirectoryIndex index.html
DocumentRoot ${folder}
IndexOptions FancyIndexing HTMLTable
<Directory ${folder}>
  Options Indexes
  Require all granted
</Directory>
`,
    });
    const config = ['-d', place, '-f', join(place, 'apache.conf'), '-D', 'FOREGROUND'];
    return started(spawn('apache2', config, { stdio: 'ignore' }), port);
  },
};

/** `python3 -m http.server`. */
export const httpServer: ServerKind = {
  name: "Python's http.server",
  missing: isThere('python3', '--version') ? undefined : 'SKIPPED: python3 is not on this machine',
  async start(folder) {
    const port = await freePort();
    const options = ['--bind', '127.0.0.1', '--directory', folder];
    return started(
      spawn('python3', ['-m', 'http.server', String(port), ...options], { stdio: 'ignore' }),
      port,
    );
  },
};

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return address.port;
}

async function started(child: ChildProcess, port: number): Promise<RealServer> {
  const origin = `http://127.0.0.1:${port}`;
  const ended = once(child, 'exit');
  for (let tries = 0; tries < 200; tries++) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`);
    const answer = await fetch(origin).catch(() => undefined);
    await answer?.body?.cancel();
    if (answer !== undefined) {
      return {
        origin,
        async close() {
          child.kill('SIGTERM');
          await ended;
        },
      };
    }
    await sleep(50);
  }
  child.kill('SIGKILL');
  throw new Error('the server does not answer');
}

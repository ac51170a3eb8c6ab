import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A certificate authority and a server's certificate that it signed, as files and as text (PEM). */
export interface Certificates {
  /** Path of the authority's certificate. */
  readonly authority: string;
  readonly key: string;
  readonly certificate: string;
}

/** Why there can be none; `undefined` where openssl is there. */
export const noCertificates: string | undefined =
  spawnSync('openssl', ['version']).status === 0 ? undefined : 'openssl is not on this machine';

/** Makes them in a folder. @param host name that the server's certificate is for, besides localhost */
export async function makeCertificates(folder: string, host: string): Promise<Certificates> {
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2', '-x509'];
  const make = (name: string, subject: string, ...more: readonly string[]): void => {
    const files = ['-keyout', join(folder, `${name}.key`), '-out', join(folder, `${name}.pem`)];
    const { status, stderr } = spawnSync('openssl', [
      'req',
      ...key,
      ...files,
      '-subj',
      `/CN=${subject}`,
      ...more,
    ]);
    if (status !== 0) throw new Error(`openssl: ${stderr}`);
  };
  make('authority', 'An authority of the tests', '-addext', 'keyUsage=keyCertSign');
  const signed = ['-CA', join(folder, 'authority.pem'), '-CAkey', join(folder, 'authority.key')];
  make(
    'server',
    host,
    ...signed,
    '-addext',
    `subjectAltName=DNS:${host},DNS:localhost`,
    '-addext',
    'basicConstraints=CA:FALSE',
  );
  return {
    authority: join(folder, 'authority.pem'),
    key: await readFile(join(folder, 'server.key'), 'utf8'),
    certificate: await readFile(join(folder, 'server.pem'), 'utf8'),
  };
}

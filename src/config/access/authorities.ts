import { X509Certificate } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from '../../errors.ts';
import type { Environment } from './proxies.ts';

/** Where OpenSSL, requests, curl, pip and Node.js look for certificate authorities. */
const VARIABLES = [
  'SSL_CERT_FILE',
  'REQUESTS_CA_BUNDLE',
  'CURL_CA_BUNDLE',
  'PIP_CERT',
  'NODE_EXTRA_CA_CERTS',
] as const;

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/**
 * The certificates (PEM) in the files that the variables name, each once; of a folder, those in its files.
 * @throws {UsageError} for a file that is not there, or has none
 */
export async function readAuthorities(environment: Environment): Promise<string[]> {
  const found = new Set<string>();
  const read = new Set<string>();
  for (const variable of VARIABLES) {
    const path = environment[variable];
    if (path === undefined || path === '' || read.has(path)) continue;
    read.add(path);
    for (const certificate of await certificatesIn(path, variable)) found.add(certificate);
  }
  return [...found];
}

async function certificatesIn(path: string, variable: string): Promise<string[]> {
  const texts = await textsAt(path).catch((error: unknown) => {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new UsageError(
      `${variable} names '${path}', which ${isMissing ? 'does not exist' : 'cannot be read'}; it has to be a file of certificate authorities (PEM).`,
    );
  });
  const certificates = texts.flatMap((text) => text.match(CERTIFICATE) ?? []);
  if (certificates.length > 0 && certificates.every(isSound)) return certificates;
  const problem =
    certificates.length === 0 ? 'has no certificate (PEM) in it' : 'has a broken certificate in it';
  throw new UsageError(`${variable} names '${path}', which ${problem}.`);
}

async function textsAt(path: string): Promise<string[]> {
  if (!(await stat(path)).isDirectory()) return [await readFile(path, 'latin1')];
  const entries = await readdir(path);
  // Links to nothing lie about in such folders.
  return Promise.all(entries.map((entry) => readFile(join(path, entry), 'latin1').catch(() => '')));
}

function isSound(certificate: string): boolean {
  try {
    new X509Certificate(certificate);
    return true;
  } catch {
    return false;
  }
}

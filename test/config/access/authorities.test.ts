import { join } from 'node:path';
import { rootCertificates } from 'node:tls';
import { beforeAll, describe, expect, test } from 'vitest';
import { readAuthorities } from '../../../src/config/access/authorities.ts';
import { UsageError } from '../../../src/errors.ts';
import { tempFolder, writeFiles } from '../../support/temp-wheelhouse.ts';

const [first = '', second = ''] = rootCertificates;
let folder = '';
const at = (name: string): string => join(folder, name);

beforeAll(async () => {
  folder = await tempFolder();
  await writeFiles(folder, {
    'one.pem': `# The first\n${first}\n`,
    'both.pem': `${first}\n${second}\n`,
    'folder/one.crt': first,
    'folder/two.0': second,
    'folder/README': 'text',
    'none.pem': 'text',
    'broken.pem': `${first}\n-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n`,
  });
});

describe('authorities are those', () => {
  test.each([
    'SSL_CERT_FILE',
    'REQUESTS_CA_BUNDLE',
    'CURL_CA_BUNDLE',
    'PIP_CERT',
    'NODE_EXTRA_CA_CERTS',
  ])('in the file of %s', async (variable) => {
    expect(await readAuthorities({ [variable]: at('one.pem') })).toEqual([first]);
  });

  test('of all variables, each once', async () => {
    const environment = { SSL_CERT_FILE: at('one.pem'), PIP_CERT: at('both.pem'), CURL_CA_BUNDLE: '' };
    expect(await readAuthorities(environment)).toEqual([first, second]);
  });

  test('in the files of a folder', async () => {
    expect(new Set(await readAuthorities({ REQUESTS_CA_BUNDLE: at('folder') }))).toEqual(
      new Set([first, second]),
    );
  });
});

describe('one clear line about a file', () => {
  test.each([
    ['none.pem', 'has no certificate (PEM) in it'],
    ['broken.pem', 'has a broken certificate in it'],
    ['missing.pem', 'does not exist; it has to be a file of certificate authorities (PEM)'],
  ])('%s', async (name, problem) => {
    await expect(readAuthorities({ PIP_CERT: at(name) })).rejects.toThrow(
      new UsageError(`PIP_CERT names '${at(name)}', which ${problem}.`),
    );
  });
});

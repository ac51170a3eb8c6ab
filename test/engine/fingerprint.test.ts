import { describe, expect, test } from 'vitest';
import { type FingerprintParts, Fingerprints } from '../../src/engine/fingerprint.ts';
import { factsOf } from '../support/facts.ts';

type Change = Partial<Omit<FingerprintParts, 'wheel'>>;

async function fingerprint(display: string, change: Change = {}): Promise<string> {
  const about = { code: 'WHL401', messageId: 'library', member: undefined, subject: undefined };
  return new Fingerprints().next({ ...about, wheel: await factsOf(display), ...change });
}

const plain = 'house/demo-1.0+cc-1-cp311-cp311-linux_x86_64.whl';

test('is the same for the same finding, in every run', async () => {
  expect(await fingerprint(plain)).toBe(await fingerprint(plain));
  expect(await fingerprint(plain)).toMatch(/^[0-9a-f]{32}$/);
});

describe('lives on', () => {
  test.each([
    ['when the version grows', 'house/demo-2.3.post1+cc-1-cp311-cp311-linux_x86_64.whl'],
    ['in another spelling of name and tags', 'house/Demo-1.0+CC-1-CP311-cp311-Linux_x86_64.whl'],
  ])('%s', async (_name, display) => {
    expect(await fingerprint(display)).toBe(await fingerprint(plain));
  });

  test.each([
    'METADATA',
    'RECORD',
  ])('when the version grows that stands in the folder of %s', async (file) => {
    const [before, after] = ['1.0+cc', '1.1+cc'].map((version) =>
      fingerprint(`house/demo-${version}-py3-none-any.whl`, { member: `demo-${version}.dist-info/${file}` }),
    );
    expect(await after).toBe(await before);
  });
});

describe('differs', () => {
  test.each([
    ['folder', 'other/demo-1.0+cc-1-cp311-cp311-linux_x86_64.whl'],
    ['project', 'house/demos-1.0+cc-1-cp311-cp311-linux_x86_64.whl'],
    ['label', 'house/demo-1.0+cc2-1-cp311-cp311-linux_x86_64.whl'],
    ['label, against none', 'house/demo-1.0-1-cp311-cp311-linux_x86_64.whl'],
    ['build tag', 'house/demo-1.0+cc-2-cp311-cp311-linux_x86_64.whl'],
    ['python tag', 'house/demo-1.0+cc-1-cp312-cp311-linux_x86_64.whl'],
    ['platform tag', 'house/demo-1.0+cc-1-cp311-cp311-linux_aarch64.whl'],
  ])('by %s', async (_name, display) => {
    expect(await fingerprint(display)).not.toBe(await fingerprint(plain));
  });

  test.each<[string, Change]>([
    ['rule', { code: 'WHL402' }],
    ['message', { messageId: 'executable' }],
    ['member', { member: 'demo/libdemo.so' }],
    ['subject', { subject: 'https://index.example/pypi' }],
  ])('by %s', async (_name, change) => {
    expect(await fingerprint(plain, change)).not.toBe(await fingerprint(plain));
  });

  test('by name where the name does not parse', async () => {
    expect(await fingerprint('house/one.whl')).not.toBe(await fingerprint('house/two.whl'));
  });
});

test('is unique within a report: what is alike is numbered', async () => {
  const wheels = await Promise.all(
    ['1.0', '1.1', '1.2'].map((version) => factsOf(`house/demo-${version}-py3-none-any.whl`)),
  );
  const fingerprints = new Fingerprints();
  const all = wheels.map((wheel) =>
    fingerprints.next({ code: 'WHL401', messageId: 'library', wheel, member: undefined, subject: undefined }),
  );
  expect(new Set(all).size).toBe(3);
});

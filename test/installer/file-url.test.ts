import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { pipFileUrl } from '../../src/installer/file-url.ts';
import { expectSame } from '../packaging/differences.ts';
import { oracle } from '../packaging/oracle.ts';

describe('pipFileUrl', () => {
  it('quotes what Python quotes, so that paths sort as pip sorts them', () => {
    expect(pipFileUrl('/a b/x+y/~z/é')).toBe('file:///a%20b/x%2By/~z/%C3%A9');
    expect(pipFileUrl('/w/avx2') < pipFileUrl('/w/avx512')).toBe(true);
    expect(pipFileUrl('/w/a+b') < pipFileUrl('/w/a-b')).toBe(true);
  });
});

describe.skipIf(oracle.missing !== undefined)(`beside Python (${oracle.label})`, () => {
  it('writes the same URL of any path', () => {
    const paths = fc.sample(fc.string({ unit: 'binary' }), 500).map((text) => [`/${text}`]);
    const answers = oracle.ask({ url: paths }, 'url', v.string());
    expectSame(
      paths,
      ([path = '']) => pipFileUrl(path),
      (_, i) => `file://${answers[i]}`,
    );
  });
});

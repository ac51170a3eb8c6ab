import { describe, expect, test } from 'vitest';
import { newVersions } from '../../../src/fix/plan/versions.ts';
import { parseVersion } from '../../../src/packaging/version.ts';

function versions(
  file: string,
  metadata: string,
  request: { label?: string; existingLabel?: 'extend' | 'keep'; names?: boolean },
) {
  const version = parseVersion(file);
  if (version === undefined) throw new Error(file);
  return newVersions(version, metadata, {
    label: request.label,
    existingLabel: request.existingLabel ?? 'extend',
    names: request.names ?? false,
  });
}

describe('--local-label site', () => {
  test.each([
    ['a plain version', '1.0', '1.0', '1.0+site', '1.0+site'],
    ['each place keeps its spelling', '1.0', '1.0.0', '1.0+site', '1.0.0+site'],
    ['a wheel that was only renamed', '1.0+site', '1.0', '1.0+site', '1.0+site'],
    ['a label that stands in METADATA only', '1.0', '1.0+site', '1.0+site', '1.0+site'],
    ['nothing to do', '1.0+site', '1.0+site', '1.0+site', '1.0+site'],
    ['a segment of the label', '1.0+cu118.site', '1.0+cu118.site', '1.0+cu118.site', '1.0+cu118.site'],
    ['a label that a script put there twice', '1.0+site.site', '1.0+site.site', '1.0+site', '1.0+site'],
    ['another label', '1.0+cu118', '1.0+cu118', '1.0+cu118.site', '1.0+cu118.site'],
    ['another label, renamed only', '1.0+cu118', '1.0', '1.0+cu118.site', '1.0+cu118.site'],
    ['a label that begins alike', '1.0+site2', '1.0+site2', '1.0+site2.site', '1.0+site2.site'],
    ['numbers may repeat', '1.0+1.1', '1.0+1.1', '1.0+1.1.site', '1.0+1.1.site'],
    ['odd spellings stay', 'v1.0-1', '1.0.post1', 'v1.0-1+site', '1.0.post1+site'],
  ])('%s', (_name, file, metadata, newFile, newMetadata) => {
    expect(versions(file, metadata, { label: 'site' })).toEqual({ filename: newFile, metadata: newMetadata });
  });

  test('--existing-label keep leaves another label alone, and completes it', () => {
    const keep = { label: 'site', existingLabel: 'keep' } as const;
    expect(versions('1.0+cu118', '1.0+cu118', keep).filename).toBe('1.0+cu118');
    expect(versions('1.0+cu118', '1.0', keep).metadata).toBe('1.0+cu118');
    expect(versions('1.0', '1.0', keep).filename).toBe('1.0+site');
  });

  test.each([
    ['another version', '1.0', '1.1'],
    ['another label', '1.0+a', '1.0+b'],
    ['no version', '1.0', 'unknown'],
  ])('METADATA says %s', (_name, file, metadata) => {
    expect(() => versions(file, metadata, { label: 'site' })).toThrow('METADATA says version');
  });
});

test('the normal spelling is that of the label', () => {
  const named = versions('1.0.0+Compute_Canada', '1.0+Compute_Canada', { names: true });
  expect(named).toEqual({ filename: '1.0.0+compute.canada', metadata: '1.0+Compute_Canada' });
});

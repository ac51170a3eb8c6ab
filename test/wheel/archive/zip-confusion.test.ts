import { describe, expect, test } from 'vitest';
import { rules } from '../../../rules/index.ts';
import type { PresetName } from '../../../src/config/presets.ts';
import { resolveRules } from '../../../src/config/resolve-rules.ts';
import { lintBytes } from '../../rules/archive/findings-of.ts';
import { zipConfusion } from './zip-confusion.ts';

/** What is said of an archive, without that it is no wheel. */
async function findings(bytes: Buffer, preset: PresetName): Promise<string[]> {
  const settings = resolveRules(rules, {
    ...{ preset, configured: {}, overrides: [], select: [], ignore: [] },
  }).filter(({ rule }) => rule.category === 'archive');
  return (await lintBytes(bytes, settings))
    .filter(({ messageId }) => messageId !== 'no-dist-info')
    .map(({ severity, rule, messageId }) => `${severity} ${rule} ${messageId}`);
}

const accept = Object.entries(zipConfusion.accept);
const reject = Object.entries(zipConfusion.reject);

describe("PyPI's suite of confusing archives", () => {
  test('is whole', () => expect([accept.length, reject.length]).toEqual([10, 35]));

  test.each(accept)('the preset pypi accepts %s', async (_, build) => {
    expect(await findings(build(), 'pypi')).toEqual([]);
  });

  test.each(reject)('the preset pypi refuses %s', async (_, build) => {
    const found = await findings(build(), 'pypi');
    expect(found.filter((text) => text.startsWith('error '))).not.toEqual([]);
  });

  test.each(
    reject.filter(([name]) => !pypiAlone.includes(name)),
  )('and so does the preset security: %s', async (_, build) => {
    expect(await findings(build(), 'security')).not.toEqual([]);
  });

  test('which tells of sizes that PyPI overlooks', async () => {
    expect(await findings(zipConfusion.accept.short_usize_zip64?.() ?? Buffer.alloc(0), 'security')).toEqual([
      'error header-mismatch header-extra',
      'error false-size stored',
    ]);
  });

  test('most of them are seen without reading local headers', async () => {
    const loud = await Promise.all(
      reject.map(async ([, build]) => (await findings(build(), 'recommended')).length),
    );
    expect(loud.filter((count) => count > 0).length).toBeGreaterThan(20);
  });
});

/** What uv reads without trouble. */
const pypiAlone: readonly string[] = ['extra3byte', 'zip64_extra_usize'];

import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { requirementFamilies } from '../../rules/families/requirement-families.ts';
import { requirementWishes } from '../../src/cli/fix-requirements.ts';
import { discover } from '../../src/engine/discover.ts';
import { fixWheels } from '../../src/fix/fix-wheels.ts';
import { type FixRequest, nothing } from '../../src/fix/plan/request.ts';
import { tempFolder, writeFiles } from '../support/temp-wheelhouse.ts';
import { type RawMember, rawZip } from '../wheel/raw-zip.ts';
import { compareWheels } from './support/compare-wheels.ts';

const families = requirementFamilies([]);

interface Sample {
  readonly files: readonly (readonly [path: string, member: Omit<RawMember, 'name'>])[];
  readonly version: string;
  readonly inside: string;
  readonly metadata: string;
  readonly end: string;
  readonly isFirst: boolean;
  readonly recordSays: 'truth' | 'lies';
  readonly request: FixRequest;
}

const segment = fc.stringMatching(/^[a-zA-Z0-9_ ,"é+-]{1,8}$/u).filter((text) => text.trim() === text);
const path = fc
  .array(segment, { minLength: 1, maxLength: 3 })
  .map((parts) => parts.join('/'))
  .filter((text) => !/\.\.?(?:\/|$)/.test(text));

const member = fc.record({
  content: fc.oneof(fc.uint8Array({ maxLength: 200 }), fc.constant(new Uint8Array(5000))),
  method: fc.constantFrom(0, 8),
  descriptor: fc.boolean(),
  localExtra: fc.constantFrom(Buffer.alloc(0), Buffer.from('UT\x05\0\x01abcd', 'latin1')),
});

const requirement = fc.constantFrom(
  'numpy>=1',
  'nvidia-nccl-cu12; extra == "x"',
  'torch (>=2)',
  'cuda-toolkit[cublas]==13.0.3',
  'broken requirement',
);

const requirements = requirementWishes(
  {
    dropRequirement: ['nvidia'],
    replaceRequirement: ['torch=torch~=2.9.0'],
    addRequirement: ['scipy'],
  },
  families,
).edits;

const request: fc.Arbitrary<FixRequest> = fc
  .record({
    label: fc.constantFrom(undefined, 'site', 'a.1'),
    existingLabel: fc.constantFrom('extend', 'keep'),
    retag: fc.constantFrom<FixRequest['retag']>(undefined, 'auto', {
      pythons: ['py3'],
      abis: ['none'],
      platforms: ['linux_x86_64'],
    }),
    requirements: fc.constantFrom(nothing.requirements, requirements),
    record: fc.boolean(),
    names: fc.boolean(),
    sortedTags: fc.boolean(),
    wheelFile: fc.boolean(),
    archive: fc.boolean(),
  } as const)
  .map((asked) => ({ ...nothing, ...asked }));

const sample: fc.Arbitrary<Sample> = fc.record({
  files: fc.uniqueArray(fc.tuple(path, member), {
    maxLength: 6,
    selector: ([name]) => name,
  }),
  version: fc.constantFrom('1.0', '1.0+site', '1.0+Other_1', '1.0+site.site'),
  inside: fc.constantFrom('1.0', '1.0.0'),
  metadata: fc
    .array(
      fc.oneof(
        requirement.map((text) => `Requires-Dist: ${text}`),
        fc.constantFrom('X-Odd: J\xf6rg', 'Description: a\n  folded', 'Requires-Python: >=3.8'),
      ),
    )
    .map((lines) => lines.join('\n')),
  end: fc.constantFrom('\n', '\r\n'),
  isFirst: fc.boolean(),
  recordSays: fc.constantFrom('truth', 'lies'),
  request,
});

function build({ files, version, inside, metadata, end, isFirst, recordSays }: Sample): Buffer {
  const stem = `demo-${version}`;
  const lines = [
    'Metadata-Version: 2.1',
    'Name: demo',
    `Version: ${inside}`,
    metadata,
    '',
    'Version: body',
    '',
  ];
  const texts: RawMember[] = [
    {
      name: `${stem}.dist-info/METADATA`,
      content: Buffer.from(lines.join('\n').replaceAll('\n', end), 'latin1'),
    },
    {
      name: `${stem}.dist-info/WHEEL`,
      content: 'Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py2-none-any\n',
    },
    { name: `${stem}.dist-info/RECORD.jws`, content: '{}' },
  ];
  const others = files.map(([name, content]): RawMember => {
    const flags = (content.descriptor ? 8 : 0) | 0x800;
    return { ...content, flags, name: name.startsWith('a') ? `${stem}.data/${name}` : name };
  });
  const all = isFirst ? [...texts, ...others] : [...others, ...texts];
  const rows = all.filter(({ name }) => !String(name).endsWith('.jws')).map((file) => row(file, recordSays));
  const own = `${stem}.dist-info/RECORD`;
  return rawZip([...all, { name: own, content: [...rows, `${own},,`, ''].join(end) }]);
}

function row({ name, content = '' }: RawMember, says: Sample['recordSays']): string {
  const path = String(name);
  const digest = says === 'truth' ? createHash('sha256').update(content).digest('base64url') : 'x';
  const field = /[",]/.test(path) ? `"${path.replaceAll('"', '""')}"` : path;
  return `${field},sha256=${digest},${Buffer.from(content).length}`;
}

async function fixAll(folder: string, samples: readonly Sample[]) {
  const { locations } = await discover([folder], folder);
  const tasks = locations.map((location) => ({
    location,
    request: samples[Number(location.display.split('/')[0])]?.request ?? nothing,
  }));
  return fixWheels({
    tasks,
    destination: { folder: undefined, force: false, isDryRun: false },
    rules: [],
    label: undefined,
    onWait: () => undefined,
    onProgress: () => undefined,
  });
}

test('whatever is asked of whatever wheel, only what has to change changes', {
  timeout: 120_000,
}, async () => {
  const check = async (samples: readonly Sample[]): Promise<void> => {
    const folder = await tempFolder();
    for (const [index, item] of samples.entries()) {
      await writeFiles(folder, { [`${index}/demo-${item.version}-py2.py3-none-any.whl`]: build(item) });
    }
    const copy = `${folder}-before`;
    await mkdir(copy);
    await cp(folder, copy, { recursive: true });
    const outcomes = await fixAll(folder, samples);
    const pairs = [];
    for (const { location, outcome } of outcomes) {
      const [place = ''] = location.display.split('/');
      const found = await readdir(join(folder, place));
      expect(found).toHaveLength(1);
      if (outcome.status !== 'fixed') {
        expect(outcome.status, JSON.stringify(outcome)).toBe('unchanged');
        expect(await readFile(location.path)).toEqual(await readFile(join(copy, location.display)));
        continue;
      }
      expect(found).toEqual([outcome.plan.filename]);
      const folders = Object.fromEntries(Array.from(outcome.plan.folders, ([from, to]) => [to, from]));
      pairs.push({ before: join(copy, location.display), after: outcome.path, folders, place });
    }
    for (const [index, result] of compareWheels(pairs.map(({ place: _, ...pair }) => pair)).entries()) {
      const asked = samples[Number(pairs[index]?.place)];
      expect(result.damaged).toBeNull();
      expect(result.faults).toEqual([]);
      for (const name of result.changed) expect(name).toMatch(/\.dist-info\/(?:METADATA|WHEEL|RECORD)$/);
      if (asked?.request.record || asked?.recordSays === 'truth') expect(result.record).toEqual([]);
    }
    const again = await fixAll(folder, samples);
    expect(again.map(({ outcome }) => outcome.status)).toEqual(again.map(() => 'unchanged'));
  };
  await fc.assert(fc.asyncProperty(fc.array(sample, { minLength: 25, maxLength: 25 }), check), {
    numRuns: 8,
  });
});

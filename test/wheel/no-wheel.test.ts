import { describe, expect, it } from 'vitest';
import { type RawMember, rawZip } from './raw-zip.ts';
import { members, read } from './reading.ts';

const text = 'Metadata-Version: 2.1\nName: demo\nVersion: 1.0\n';

async function problemsOf(all: readonly RawMember[]): Promise<string[]> {
  const { problems } = await read(rawZip(all));
  return problems.map(({ kind, detail }) => `${kind}: ${detail}`);
}

describe('a zip that is no wheel', () => {
  const at = (folder: string) => ({ name: `${folder}/METADATA`, content: text });

  it('has no dist-info at its top', async () => {
    const problem = 'no-dist-info: it has no "*.dist-info" folder';
    expect(await problemsOf([])).toEqual([problem]);
    expect(
      await problemsOf([{ name: 'a.py' }, at('demo/demo-1.0.dist-info'), at('demo-1.0.egg-info')]),
    ).toEqual([problem]);
  });

  it('has several', async () => {
    expect(await problemsOf(members([at('other-1.dist-info')]))).toEqual([
      'many-dist-infos: it has 2 "*.dist-info" folders: "other-1.dist-info", "demo-1.0.dist-info"',
    ]);
    const many = ["a'b", ...Array.from({ length: 999 }, (_, i) => `x${i}`)].map((name) =>
      at(`${name}.dist-info`),
    );
    expect(await problemsOf(many)).toEqual([
      'many-dist-infos: it has 1000 "*.dist-info" folders: "a’b.dist-info", "x0.dist-info", "x1.dist-info" and 997 more',
    ]);
  });

  it('has several even if one of them is an empty folder, for pip counts it', async () => {
    const [problem] = await problemsOf(members([{ name: 'other-1.dist-info/', content: '' }]));
    expect(problem).toContain('it has 2 "*.dist-info" folders');
  });

  it.each(['METADATA', 'WHEEL', 'RECORD'])('has no %s', async (file) => {
    const name = `demo-1.0.dist-info/${file}`;
    const facts = await read(rawZip(members().filter((member) => member.name !== name)));
    expect(facts.problems).toEqual([{ kind: 'missing-member', member: name, detail: 'it is missing' }]);
    expect(facts.distInfo?.metadata === undefined).toBe(file === 'METADATA');
  });
});

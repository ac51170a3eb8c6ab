import { describe, expect, it } from 'vitest';
import { formatTagSet } from '../../src/packaging/tags.ts';
import { readDeclared } from './declared.ts';

describe('readWheel', () => {
  it('tells what the name, the dist-info and the members of a wheel say', async () => {
    const facts = await readDeclared({
      filename: 'Demo-1.0+cc-1-cp311-cp311-linux_x86_64.whl',
      requires: ['numpy>=2', 'not a requirement'],
      'requires-python': '>=3.11',
      files: {
        'demo/__init__.py': 'x = 1\n',
        'demo/_c.cpython-311-x86_64-linux-gnu.so': 'binary: elf x86_64',
      },
    });
    expect(facts.problems).toEqual([]);
    expect(facts).toMatchObject({ nameProblem: undefined, memberCount: 5, name: { project: 'demo' } });
    expect(facts.distInfo).toMatchObject({
      directory: 'Demo-1.0+cc.dist-info',
      metadata: {
        member: 'Demo-1.0+cc.dist-info/METADATA',
        name: { value: 'Demo', line: 2 },
        version: { value: '1.0+cc', line: 3 },
        requiresPython: { value: '>=3.11', line: 4 },
        requirements: [
          { line: 5, parsed: { ok: true, requirement: { project: 'numpy' } } },
          { line: 6, parsed: { ok: false } },
        ],
      },
      wheel: {
        member: 'Demo-1.0+cc.dist-info/WHEEL',
        wheelVersion: '1.0',
        generator: 'fixtures',
        rootIsPurelib: false,
        build: '1',
        tags: [{ text: 'cp311-cp311-linux_x86_64', line: 5 }],
      },
    });
    expect(facts.nativeMembers).toMatchObject([
      {
        member: 'demo/_c.cpython-311-x86_64-linux-gnu.so',
        format: 'ELF',
        kind: 'extension-module',
        architectures: ['x86_64'],
        abi: { abi: 'cp311' },
      },
    ]);
  });

  it('knows the size of the file', async () => {
    const small = await readDeclared({});
    const large = await readDeclared({ files: { 'demo/a.bin': noise(5000) } });
    expect(small.size).toBeGreaterThan(300);
    expect(large.size).toBeGreaterThan(small.size + 2500);
  });

  it('reads the archive of a file whose name is wrong', async () => {
    const facts = await readDeclared({ filename: 'demo-1.0_cc-py3-none-any.whl' });
    expect(facts.name).toBeUndefined();
    expect(facts.nameProblem).toContain('did you mean "1.0+cc"?');
    expect(facts.distInfo?.metadata?.name?.value).toBe('demo');
  });

  it('takes the parts of the name from the name, and the contents from the contents', async () => {
    const facts = await readDeclared({
      filename: 'demo-2.0-py2.py3-none-any.whl',
      name: 'other',
      version: '3',
    });
    expect(facts.name && formatTagSet(facts.name)).toBe('py2.py3-none-any');
    expect(facts.distInfo?.metadata).toMatchObject({ name: { value: 'other' }, version: { value: '3' } });
  });
});

function noise(length: number): string {
  let state = 1;
  return Array.from({ length }, () => {
    state = (state * 48271) % 2147483647;
    return String.fromCharCode(33 + (state % 90));
  }).join('');
}

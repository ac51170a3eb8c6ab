import { describe, expect, it } from 'vitest';
import { elf, fatMachO, machO, pe } from '../../fixtures/binaries.ts';
import { type RawMember, rawZip } from './raw-zip.ts';
import { members, noise, read } from './reading.ts';

/** A binary of a usual size: its header, then code. */
const padded = (head: Uint8Array) => Buffer.concat([head, noise(20_000)]);
const found = async (others: RawMember[]) =>
  (await read(rawZip(members(others)))).nativeMembers.map(
    ({ member, architectures }) => `${member} ${architectures}`,
  );

describe.each([
  ['stored', 0],
  ['deflated', 8],
])('native members that are %s', (_, method) => {
  const native = (name: string, head: Uint8Array): RawMember => ({ name, content: padded(head), method });

  it('are found whatever their suffix and folder', async () => {
    const names = [
      ...['demo/tool', 'demo/lib/libx.so.1.2.3', 'demo/x.so', 'demo/data.bin', 'demo/.hidden'],
      ...['demo-1.0.data/scripts/tool', 'demo-1.0.data/purelib/a/b.so', 'demo-1.0.data/data/lib/c.so.1'],
    ];
    const all = names.map((name) => native(name, elf({ machine: 'aarch64' })));
    expect(await found(all)).toEqual(names.map((name) => `${name} aarch64`));
  });

  it('are found in the order of the archive and in every format', async () => {
    const others = [
      native('z.pyd', pe()),
      native('a.dylib', fatMachO(['x86_64', 'arm64'])),
      native('m', machO()),
    ];
    expect(await found(others)).toEqual(['z.pyd amd64', 'a.dylib x86_64,arm64', 'm arm64']);
  });

  it('have their whole size, and no problem', async () => {
    const facts = await read(rawZip(members([native('demo/x.so', elf())])));
    expect(facts.nativeMembers).toMatchObject([{ size: padded(elf()).length }]);
    expect(facts.problems).toEqual([]);
  });
});

describe('what is no native member', () => {
  it('is a text, whatever its name', async () => {
    const content = '#!/bin/sh\necho hello, this is a script\n';
    const names = ['demo/tool', 'demo/a.so', 'demo/data.bin', 'demo-1.0.data/scripts/run'];
    expect(await found(names.map((name) => ({ name, content })))).toEqual([]);
  });

  it('is a folder, a short file, an encrypted one or one of an unknown method', async () => {
    const content = padded(elf());
    const others = [
      { name: 'demo/x.so/', content: '' },
      { name: 'demo/short.so', content: elf().subarray(0, 20) },
      { name: 'demo/secret.so', content, flags: 1 },
      { name: 'demo/strange.so', content, method: 93 },
    ];
    expect(await found(others)).toEqual([]);
  });

  it('is one that does not inflate, which does not hide the next', async () => {
    const raw = { data: noise(300), size: 4000, name: 'demo/broken.so' };
    expect(await found([raw, { name: 'demo/good.so', content: padded(elf()) }])).toEqual([
      'demo/good.so x86_64',
    ]);
  });
});

describe('a wheel of very many native members', () => {
  it('gives them all, in order', async () => {
    const names = Array.from({ length: 3000 }, (_, i) => `demo/${i}.so`);
    const facts = await read(rawZip(members(names.map((name) => ({ name, content: elf() })))));
    expect(facts.nativeMembers.map(({ member }) => member)).toEqual(names);
    expect(facts.problems).toEqual([]);
  });

  it('says once that they are damaged', async () => {
    const names = Array.from({ length: 300 }, (_, i) => `demo/${i}.so`);
    const others = names.map((name, i) => ({ name, content: elf(), offset: 10 + i }));
    const { problems } = await read(rawZip(members(others)));
    expect(problems).toMatchObject([{ kind: 'damaged', member: 'demo/0.so' }]);
  });
});

import { Names } from '../../src/wheel/archive/names.ts';

/** Entries of a directory with these names, with something between them. */
export function entriesOf(names: readonly Uint8Array[]): Buffer {
  return Buffer.concat(
    names.flatMap((name, index) => {
      const entry = Buffer.alloc(46);
      entry.writeUInt16LE(name.length, 28);
      entry.writeUInt16LE(index % 3, 30);
      entry.writeUInt16LE(index % 2, 32);
      return [entry, name, Buffer.alloc((index % 3) + (index % 2), '/')];
    }),
  );
}

export function namesOf(members: ConstructorParameters<typeof Names>[0]): Names {
  return new Names(members, entriesOf(members.map(({ name }) => Buffer.from(name))));
}

import type { Member } from '../../src/wheel/archive/directory.ts';

/** A stored member as the directory of an archive has it. */
export function member(name: string, given: Partial<Member> = {}): Member {
  return {
    name,
    size: 0,
    compressedSize: given.size ?? 0,
    crc32: 0,
    method: 0,
    versionNeeded: 20,
    flags: 0,
    encrypted: false,
    mode: 0o100644,
    offset: 0,
    headerLength: 0,
    extra: undefined,
    commentLength: 0,
    ...given,
  };
}

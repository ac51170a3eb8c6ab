import { crc32 } from 'node:zlib';
import { type RawArchive, type RawMember, rawZip, u16, u32, u64 } from '../../../fixtures/raw-zip.ts';
import { members } from '../reading.ts';

/**
 * The archives of PyPI's own suite, each made anew around a wheel, under the name that it has there.
 * @see https://github.com/pypi/warehouse/tree/6b6215712/tests/unit/utils/zipdata
 */
interface Suite {
  readonly accept: Readonly<Record<string, () => Buffer>>;
  readonly reject: Readonly<Record<string, () => Buffer>>;
}

const text = 'abcdefgh';
const stored: RawMember = { name: 'foo', content: text, method: 0 };
const deflated: RawMember = { name: 'fixme', content: 'Hello' };
const full = 0xffffffff;

/** A wheel that begins with a member. */
function wheel(member: Partial<RawMember> = {}, archive: RawArchive = {}): Buffer {
  return rawZip(members([{ ...stored, ...member }]), archive);
}

/** The same, with more than one member in front of its dist-info. */
function wheelOf(...others: readonly RawMember[]): Buffer {
  return rawZip(members(others));
}

function zip64(...numbers: readonly number[]): Buffer {
  return Buffer.concat([u16(1, numbers.length * 8), u64(...numbers)]);
}

/** A Unicode path that is valid for the name `foo`, or for none. */
function unicodePath(path: string, crc = crc32('foo')): Buffer {
  return Buffer.concat([u16(0x7075, path.length + 5), Buffer.from([1]), u32(crc), Buffer.from(path)]);
}

/** With a data descriptor that only the local header announces. */
function streamed(descriptor: Buffer, localExtra?: Buffer): Buffer {
  return wheel({ ...deflated, header: { flags: 8 }, descriptor, flags: 0, localExtra });
}

const signed = u32(0x08074b50);
const crc = u32(crc32('Hello'));
const wrong = u32(1);

const benign = '# benign\n';
const malicious = `${benign}print('malicious')\n# 12323013111123311000\n`;

/** The records behind the directory of an archive with zip64: end record, locator, usual end record. */
function zip64Tail(): {
  readonly front: Buffer;
  readonly record: Buffer;
  readonly locator: Buffer;
  readonly end: Buffer;
} {
  const bytes = wheel({}, { zip64: true, legacyCount: members([stored]).length });
  const at = (from: number, to?: number): Buffer =>
    bytes.subarray(bytes.length - from, to && bytes.length - to);
  return { front: bytes.subarray(0, -98), record: at(98, 42), locator: at(42, 22), end: at(22) };
}

/** The usual end record, with the true numbers. */
function usualEnd(): Buffer {
  return wheel().subarray(-22);
}

function dupeEocd(): Buffer {
  const end = Buffer.from(usualEnd());
  end.writeUInt32LE(end.readUInt32LE(12) + end.length, 12);
  return Buffer.concat([wheel(), end]);
}

export const zipConfusion: Suite = {
  accept: {
    comment: () => wheel({}, { comment: 'hello' }),
    deflate: () => wheel(deflated),
    empty: () => rawZip([]),
    normal_deflate: () => wheel({ content: text.repeat(20), method: 8 }),
    nosubdir: () => wheel({ name: 'foo/bar' }),
    short_usize: () =>
      wheel({ name: 'file', content: malicious, method: 8, size: benign.length, crc: crc32(benign) }),
    short_usize_zip64: () => {
      const extra = zip64(malicious.length, malicious.length);
      const lie = { size: benign.length, crc: crc32(benign), localExtra: extra, extra };
      return wheel({ name: 'file', content: malicious, ...lie });
    },
    store: () => wheel(),
    subdir: () => wheelOf({ name: 'foo/', method: 0 }, { ...stored, name: 'foo/bar' }),
    zip64_eocd: () => wheel({}, { zip64: true, legacyCount: members([stored]).length }),
  },
  reject: {
    '8bitcomment': () =>
      wheel(
        {},
        { comment: Buffer.concat([u32(0x06054b50), Buffer.from([0, 0, 0, 0xff, 0xff]), Buffer.alloc(100)]) },
      ),
    cd_comment: () => {
      const bytes = wheel({ comment: 'c' });
      const end = bytes.length - 22;
      bytes.writeUInt32LE(bytes.readUInt32LE(end + 12) - 1, end + 12);
      return bytes;
    },
    cd_extra_entry: () => wheelOf(stored, { ...stored, absent: true, offset: 0 }),
    cd_missing_entry: () => wheelOf(stored, { ...stored, name: 'second', unlisted: true }),
    data_descriptor: () => streamed(Buffer.concat([signed, crc, u32(7, 5)])),
    data_descriptor_bad_crc: () => streamed(Buffer.concat([signed, wrong, u32(7, 5)])),
    data_descriptor_bad_crc_0: () => streamed(Buffer.concat([signed, u32(0), u32(5, 5)])),
    data_descriptor_bad_csize: () => streamed(Buffer.concat([signed, crc, u32(8, 5)])),
    data_descriptor_bad_usize: () => streamed(Buffer.concat([signed, crc, u32(7, 6)])),
    data_descriptor_bad_usize_no_sig: () => streamed(Buffer.concat([crc, u32(7, 6)])),
    data_descriptor_zip64: () => streamed(Buffer.concat([signed, crc, u64(7, 5)])),
    data_descriptor_zip64_csize: () => streamed(Buffer.concat([signed, crc, u64(8, 5)])),
    data_descriptor_zip64_usize: () => streamed(Buffer.concat([signed, crc, u64(7, 6)])),
    dupe_eocd: dupeEocd,
    eocd64_locator_mismatch: () => rawZip([], { zip64: true, locator: 1 }),
    eocd64_non_locator: () => {
      const { front, record, locator, end } = zip64Tail();
      return Buffer.concat([front, record, record, locator, end]);
    },
    eocd64_without_eocd: () => {
      const { front, record, locator, end } = zip64Tail();
      return Buffer.concat([front, record, locator, locator, end]);
    },
    eocd64_without_locator: () => Buffer.concat([zip64Tail().front, zip64Tail().record, usualEnd()]),
    extra3byte: () => wheel({ localExtra: Buffer.from('   '), extra: Buffer.from('   ') }),
    missing_local_file: () => wheelOf(stored, { ...stored, name: 'second', absent: true, offset: 5 }),
    non_ascii_original_name: () => wheel({ name: Buffer.from([0x66, 0xff, 0x6f]), unicodePath: 'foo' }),
    not: () => Buffer.from('this is no zip'),
    prefix: () => Buffer.concat([Buffer.from('X'), wheel()]),
    second_unicode_extra: () => {
      const extra = Buffer.concat([unicodePath('first'), unicodePath('second')]);
      return wheel({ localExtra: extra, extra });
    },
    shortextra: () => {
      const extra = Buffer.concat([u16(0x7075, 9), u32(0)]);
      return wheel({ localExtra: extra, extra });
    },
    suffix_not_comment: () => Buffer.concat([wheel(), Buffer.from('    ')]),
    unicode_extra_chain: () => {
      const extra = Buffer.concat([unicodePath('first'), unicodePath('ignored', 4), unicodePath('reset')]);
      return wheel({ localExtra: extra, extra });
    },
    'wheel-1.0-py3-none-any': () =>
      wheelOf({ name: 'demo-1.0.dist-info/WHEEL', content: 'Wheel-Version: 1.0\nTag: other\n' }),
    zip64_eocd_confusion: () =>
      wheel({}, { zip64: true, extensible: wheel({ name: 'second' }, { zip64: true }) }),
    zip64_eocd_extensible_data: () => wheel({}, { zip64: true, extensible: Buffer.from('zzzzzzzzzzzz') }),
    zip64_extra_csize: () => {
      const { length } = 'Hello..';
      const extra = zip64(length + 1);
      return wheel({ ...deflated, compressedSize: full, localExtra: extra, extra });
    },
    zip64_extra_too_long: () => {
      const extra = zip64(5, 0);
      return wheel({ ...deflated, size: full, localExtra: extra, extra });
    },
    zip64_extra_too_short: () => {
      const extra = zip64(5);
      return wheel({ ...deflated, size: full, compressedSize: full, localExtra: extra, extra });
    },
    zip64_extra_usize: () => {
      const extra = zip64(6);
      return wheel({ ...deflated, size: full, localExtra: extra, extra });
    },
    zipinzip: () => wheel({ name: 'fileb' }, { comment: wheel({ name: 'filea' }) }),
  },
};

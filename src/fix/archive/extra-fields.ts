import type { ByteText } from '../byte-text.ts';
import { Refused } from '../refused.ts';
import { quoteMember } from './quote-member.ts';

/** Ids of extra fields (APPNOTE 4.5). */
export const extraId = { zip64: 0x0001, unicodePath: 0x7075 } as const;

export interface ExtraField {
  readonly id: number;
  readonly data: Buffer;
}

const noFields: readonly ExtraField[] = [];
const noBytes = Buffer.alloc(0);

/** @throws {Refused} where the fields do not fill their room exactly */
export function readExtra(extra: Buffer, member: ByteText): readonly ExtraField[] {
  if (extra.length === 0) return noFields;
  const fields: ExtraField[] = [];
  let position = 0;
  while (position < extra.length) {
    const end = position + 4 <= extra.length ? position + 4 + extra.readUInt16LE(position + 2) : Infinity;
    if (end > extra.length) throw new Refused(`the extra field of ${quoteMember(member)} cannot be read`);
    fields.push({ id: extra.readUInt16LE(position), data: extra.subarray(position + 4, end) });
    position = end;
  }
  return fields;
}

/** The fields as bytes of their own. */
export function writeExtra(fields: readonly ExtraField[]): Buffer {
  if (fields.length === 0) return noBytes;
  return Buffer.concat(
    fields.flatMap(({ id, data }) => {
      const head = Buffer.alloc(4);
      head.writeUInt16LE(id, 0);
      head.writeUInt16LE(data.length, 2);
      return [head, data];
    }),
  );
}

/** The data of the one field with an id. @throws {Refused} where there are two */
export function onlyField(fields: readonly ExtraField[], id: number, member: ByteText): Buffer | undefined {
  if (fields.length === 0) return undefined;
  const [field, other] = fields.filter((candidate) => candidate.id === id);
  if (other !== undefined) throw new Refused(`${quoteMember(member)} has an extra field twice`);
  return field?.data;
}

/** All fields but those with an id. */
export function without(fields: readonly ExtraField[], id: number): readonly ExtraField[] {
  return fields.length === 0 ? fields : fields.filter((field) => field.id !== id);
}

/** Reads 8-byte numbers of a zip64 field, for those of the given ones that point there. @throws {Refused} */
export function fromZip64(
  numbers: readonly number[],
  data: Buffer | undefined,
  member: ByteText,
): readonly number[] {
  if (!numbers.includes(0xffffffff)) return numbers;
  const wanted = numbers.filter((number) => number === 0xffffffff).length;
  if (data === undefined || data.length !== wanted * 8) {
    throw new Refused(`the zip64 field of ${quoteMember(member)} does not hold the numbers that it should`);
  }
  let position = 0;
  return numbers.map((number) => {
    if (number !== 0xffffffff) return number;
    const value = data.readBigUInt64LE(position);
    position += 8;
    if (value > BigInt(Number.MAX_SAFE_INTEGER)) {
      throw new Refused(`the sizes of ${quoteMember(member)} make no sense`);
    }
    return Number(value);
  });
}

/** A zip64 field with the numbers that need one; nothing where none does. */
export function zip64Field(numbers: readonly number[]): readonly ExtraField[] {
  const large = numbers.filter((number) => number >= 0xffffffff);
  if (large.length === 0) return noFields;
  const data = Buffer.alloc(large.length * 8);
  large.forEach((number, index) => {
    data.writeBigUInt64LE(BigInt(number), index * 8);
  });
  return [{ id: extraId.zip64, data }];
}

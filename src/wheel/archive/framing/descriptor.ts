import type { Member } from '../directory.ts';
import { readUInt64, signatures } from './signatures.ts';

/**
 * Bytes of the data descriptor of a member: with or without a signature, in 32 or in 64 bits.
 * @param room bytes up to the next member, which one that fills them all is preferred for
 * @returns `undefined` where none of the forms has the numbers of the directory
 */
export function findDescriptor(bytes: Buffer, member: Member, room: number): number | undefined {
  const fitting = forms.filter(({ length, read }) => bytes.length >= length && isOf(read(bytes), member));
  return (fitting.find(({ length }) => length === room) ?? fitting[0])?.length;
}

type Numbers = readonly [crc32: number, compressedSize: number, size: number];

const forms: readonly { readonly length: number; readonly read: (bytes: Buffer) => Numbers | undefined }[] = [
  { length: 16, read: (bytes) => (isSigned(bytes) ? narrow(bytes, 4) : undefined) },
  { length: 24, read: (bytes) => (isSigned(bytes) ? wide(bytes, 4) : undefined) },
  { length: 12, read: (bytes) => narrow(bytes, 0) },
  { length: 20, read: (bytes) => wide(bytes, 0) },
];

function isSigned(bytes: Buffer): boolean {
  return bytes.readUInt32LE(0) === signatures.descriptor;
}

function narrow(bytes: Buffer, at: number): Numbers {
  return [bytes.readUInt32LE(at), bytes.readUInt32LE(at + 4), bytes.readUInt32LE(at + 8)];
}

function wide(bytes: Buffer, at: number): Numbers {
  return [bytes.readUInt32LE(at), readUInt64(bytes, at + 4), readUInt64(bytes, at + 12)];
}

function isOf(numbers: Numbers | undefined, { crc32, compressedSize, size }: Member): boolean {
  return numbers?.[0] === crc32 && numbers[1] === compressedSize && numbers[2] === size;
}

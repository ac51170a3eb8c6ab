import type { Random } from '../installer/differential/random.ts';

type Mutation = (random: Random, bytes: Buffer, other: Buffer) => Buffer;

/** One to four changes anywhere in some bytes; of two archives, parts are exchanged as well. */
export function mutateBytes(random: Random, bytes: Buffer, other: Buffer): Buffer {
  let changed: Buffer = Buffer.from(bytes);
  for (let left = random.between(1, 4); left > 0 && changed.length > 0; left -= 1) {
    changed = random.pick(mutations)(random, changed, other);
  }
  return changed;
}

/** Records of a zip begin where their signature is: numbers behind it are worth more than those in data. */
const signature = Buffer.from('PK');

const mutations: readonly Mutation[] = [
  (random, bytes) => {
    bytes[place(random, bytes)] = random.between(0, 255);
    return bytes;
  },
  (random, bytes) => {
    const at = place(random, bytes);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << random.between(0, 7));
    return bytes;
  },
  (random, bytes) => {
    const at = inRecord(random, bytes);
    const end = Math.min(at + random.pick([1, 2, 4, 8]), bytes.length);
    return bytes.fill(random.pick([0, 0xff, 0x7f, 0x80, 1]), at, end);
  },
  (random, bytes) => {
    const at = inRecord(random, bytes);
    bytes[at] = (bytes[at] ?? 0) + random.pick([-1, 1, 4, 46]);
    return bytes;
  },
  (random, bytes) => bytes.subarray(0, place(random, bytes)),
  (random, bytes) => bytes.subarray(place(random, bytes)),
  (random, bytes) => {
    const at = place(random, bytes);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + random.between(1, 60))]);
  },
  (random, bytes) => insert(random, bytes, slice(random, bytes)),
  (random, bytes, other) => insert(random, bytes, slice(random, other)),
  (random, bytes, other) => {
    slice(random, other).copy(bytes, place(random, bytes));
    return bytes;
  },
  (random, bytes, other) =>
    Buffer.concat([bytes.subarray(0, place(random, bytes)), other.subarray(place(random, other))]),
];

function place(random: Random, bytes: Buffer): number {
  return Math.max(0, random.between(0, bytes.length - 1));
}

function inRecord(random: Random, bytes: Buffer): number {
  const found = bytes.indexOf(signature, place(random, bytes));
  return found === -1 ? place(random, bytes) : Math.min(found + random.between(0, 50), bytes.length - 1);
}

function slice(random: Random, bytes: Buffer): Buffer {
  const at = place(random, bytes);
  return bytes.subarray(at, at + random.between(1, random.pick([8, 60, 400])));
}

function insert(random: Random, bytes: Buffer, part: Buffer): Buffer {
  const at = place(random, bytes);
  return Buffer.concat([bytes.subarray(0, at), part, bytes.subarray(at)]);
}

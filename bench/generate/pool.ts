import { elf, machO, pe } from '../../fixtures/binaries.ts';
import { type Random, randomFrom } from './random.ts';
import { type Packed, pack } from './zip.ts';

export type System = 'linux' | 'macos' | 'windows';

/** What members are made of: packed once, used in many wheels. */
export interface Pool {
  readonly texts: readonly Packed[];
  readonly empty: Packed;
  readonly data: readonly Packed[];
  readonly native: Readonly<Record<System, readonly Packed[]>>;
}

export function makePool(seed: number): Pool {
  const random = randomFrom(seed);
  return {
    empty: pack(Buffer.alloc(0)),
    texts: repeat(4000, () => pack(Buffer.from(prose(random, Math.min(200_000, random.skewed(5_000, 1.1)))))),
    data: repeat(100, () => pack(noise(random, random.skewed(3_000, 1)))),
    native: {
      linux: repeat(120, () => library(random, elf())),
      macos: repeat(20, () => library(random, machO())),
      windows: repeat(20, () => library(random, pe())),
    },
  };
}

/** Text of about this many characters that deflates about as well as source code. */
export function prose(random: Random, length: number): string {
  const words: string[] = [];
  for (let written = 0; written < length; ) {
    const word =
      random.unit() < 0.75
        ? random.pick(vocabulary)
        : random
            .below(36 ** 6)
            .toString(36)
            .padStart(6, '0');
    words.push(word, random.unit() < 0.12 ? '\n' : ' ');
    written += word.length + 1;
  }
  return words.join('');
}

const vocabulary =
  `self return import from None True False def class if else for in not and or raise except try with as
  value name path data index array shape dtype result config options context request response error key
  parameter default string number list dict tuple function method attribute object module package`.split(
    /\s+/,
  );

/** Headers, then bytes that do not deflate, as the code of a library hardly does. */
function library(random: Random, header: Uint8Array): Packed {
  return pack(Buffer.concat([header, noise(random, Math.min(3_000_000, random.skewed(60_000, 1.3)))]));
}

function noise(random: Random, length: number): Buffer {
  const bytes = Buffer.alloc(Math.ceil(length / 4) * 4);
  for (let at = 0; at < bytes.length; at += 4) bytes.writeUInt32LE(random.below(2 ** 32), at);
  return bytes;
}

function repeat<Item>(count: number, make: () => Item): Item[] {
  return Array.from({ length: count }, make);
}

import type { SparseBytes, Stretch } from '../native/sparse-bytes.ts';
import type { Member } from './directory.ts';
import type { Extents } from './extents.ts';
import { inflateStream } from './inflate-stream.ts';

/** Of the start of a member this much is kept: there is the string table of most libraries. In bytes. */
const prefixLength = 1024 * 1024;

interface Target {
  readonly start: number;
  readonly bytes: Buffer;
}

/** A large deflated member: inflates on and on, keeps what is asked for, begins again where that lies behind. */
export class InflatedMember {
  readonly #extents: Extents;
  readonly #member: Member;
  readonly #bytes: SparseBytes;
  #chunks: AsyncIterator<Buffer> | undefined;
  /** The chunk that was inflated last, and where it begins. */
  #chunk: Buffer = Buffer.alloc(0);
  #start = 0;
  #isBegun = false;

  constructor(extents: Extents, member: Member, bytes: SparseBytes) {
    this.#extents = extents;
    this.#member = member;
    this.#bytes = bytes;
  }

  /** @throws where the data are damaged, or end before what is wanted */
  async load(wanted: readonly Stretch[]): Promise<void> {
    const prefix = { start: 0, end: Math.min(prefixLength, this.#member.size) };
    const stretches = this.#isBegun ? wanted : [prefix, ...wanted.filter(({ end }) => end > prefix.end)];
    this.#isBegun = true;
    const targets = stretches.map(({ start, end }) => ({ start, bytes: Buffer.alloc(end - start) }));
    const first = Math.min(...targets.map(({ start }) => start));
    const last = Math.max(...targets.map(({ start, bytes }) => start + bytes.length));
    if (first < this.#start) await this.close();
    this.#chunks ??= inflateStream(this.#extents, this.#member);
    for (const target of targets) copy(this.#chunk, this.#start, target);
    while (this.#start + this.#chunk.length < last) {
      const next = await this.#chunks.next();
      if (next.done) throw new Error('the member ends early');
      this.#start += this.#chunk.length;
      this.#chunk = next.value;
      for (const target of targets) copy(this.#chunk, this.#start, target);
    }
    for (const { start, bytes } of targets) this.#bytes.add(start, bytes);
  }

  async close(): Promise<void> {
    await this.#chunks?.return?.();
    this.#chunks = undefined;
    this.#chunk = Buffer.alloc(0);
    this.#start = 0;
  }
}

/** Copies the part of a chunk that a target covers. */
function copy(chunk: Buffer, start: number, target: Target): void {
  const from = Math.max(start, target.start);
  const to = Math.min(start + chunk.length, target.start + target.bytes.length);
  if (from < to) chunk.copy(target.bytes, from - target.start, from - start, to - start);
}

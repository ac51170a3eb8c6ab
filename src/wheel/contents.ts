import type { Member } from './archive/directory.ts';
import type { DistInfoFile } from './dist-info/find-dist-info.ts';
import type { WheelFacts } from './facts.ts';
import type { Layout } from './layout/layout.ts';

/**
 * What costs more than a look at a wheel's directory, and is read only where a rule asks for it:
 * - `framing`: everything between the members, so every local header
 * - `symbols`: the dynamic sections of native members
 * - `digests`: every byte of every member
 */
export type WheelPart = 'framing' | 'symbols' | 'digests';

/** An opened wheel. It lives as long as one wheel is looked at: nothing of it may be kept, bytes least of all. */
export interface WheelContents {
  readonly wheel: WheelFacts;
  /** Every entry of the directory, folders too, in its order. */
  readonly members: readonly Member[];
  /** The same as installers lay them out, by folder and by what their names say. */
  readonly layout: Layout;
  /** The files of the dist-info folder that could be read. */
  readonly distInfoBytes: DistInfoBytes;
}

export type DistInfoBytes = Readonly<Partial<Record<DistInfoFile, Buffer>>>;

/** Looks into wheels while they are open. */
export interface WheelVisitor {
  readonly parts: ReadonlySet<WheelPart>;
  /** Told once for each wheel whose directory could be read. */
  visit(contents: WheelContents): void;
}

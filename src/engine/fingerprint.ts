import { posix } from 'node:path';
import { formatTagSet } from '../packaging/tags.ts';
import { localLabel } from '../packaging/version.ts';
import type { WheelFacts } from '../wheel/facts.ts';

/** What a finding is about, as far as it identifies it. */
export interface FingerprintParts {
  readonly code: string;
  readonly messageId: string;
  readonly wheel: WheelFacts;
  readonly member: string | undefined;
  readonly subject: string | undefined;
}

/**
 * Hands out fingerprints for one report. They leave out the public version, so that an alert lives on when a wheel is
 * replaced by a newer one; what is then still alike is numbered.
 */
export class Fingerprints {
  readonly #seen = new Map<string, number>();
  #crypto: typeof import('node:crypto') | undefined;

  next({ code, messageId, wheel, member, subject }: FingerprintParts): string {
    const base = JSON.stringify([
      code,
      messageId,
      identityOf(wheel),
      memberIdentity(wheel, member),
      subject ?? null,
    ]);
    const count = (this.#seen.get(base) ?? 0) + 1;
    this.#seen.set(base, count);
    // Loaded with the first finding: it takes as long as checking a wheel.
    this.#crypto ??= process.getBuiltinModule('node:crypto');
    return this.#crypto.hash('sha256', count === 1 ? base : `${base}#${count}`, 'hex').slice(0, 32);
  }
}

function identityOf({ name, location }: WheelFacts): string[] {
  const folder = posix.dirname(location.display);
  if (name === undefined) return [folder, location.filename];
  return [folder, name.project, localLabel(name.version) ?? '', name.build?.text ?? '', formatTagSet(name)];
}

/** The `.dist-info` and `.data` folders carry the version in their names. */
function memberIdentity({ distInfo }: WheelFacts, member: string | undefined): string | null {
  if (member === undefined) return null;
  if (distInfo === undefined) return member;
  const stem = distInfo.directory.slice(0, -'.dist-info'.length);
  return member.startsWith(`${stem}.`) ? member.slice(stem.length) : member;
}

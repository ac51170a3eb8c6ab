import fc from 'fast-check';
import * as v from 'valibot';
import { describe, it } from 'vitest';
import { matchesSpecifiers, parseSpecifiers } from '../../src/packaging/specifier.ts';
import { compareVersions, parseVersion, type Version } from '../../src/packaging/version.ts';
import { compareRelease } from '../../src/packaging/version-numbers.ts';
import { expectSame, samples } from './differences.ts';
import { clauseText, closeVersionText, nearlyVersionText, versionText } from './generators.ts';
import { isAtLeast, oracle } from './oracle.ts';
import { version } from './parsed.ts';

const anyVersion = fc.oneof(closeVersionText, versionText);

describe.skipIf(oracle.missing !== undefined)(`beside Python's packaging (${oracle.label})`, () => {
  it('accepts the same versions and gives them the same normal form', () => {
    // The library drops blanks around a version, which file names and specifiers do not have.
    const texts = samples(nearlyVersionText, 5000).filter((text) => text.trim() === text);
    const answers = oracle.ask({ normal: texts.map((text) => [text]) }, 'normal', v.string());
    expectSame(
      texts,
      (text) => parseVersion(text)?.normal ?? null,
      (_, i) => answers[i],
    );
  });

  it('orders versions the same way', () => {
    const texts = [...new Set(samples(anyVersion, 5000))];
    const [places] = oracle.ask({ ranks: [[texts]] }, 'ranks', v.record(v.string(), v.number()));
    const sorted = texts.map(version).sort(compareVersions);
    let place = 0;
    const own = new Map<string, number>();
    for (const [i, current] of sorted.entries()) {
      const previous = sorted[i - 1];
      if (previous !== undefined && compareVersions(previous, current) !== 0) place += 1;
      own.set(current.text, place);
    }
    expectSame(
      texts,
      (text) => own.get(text),
      (text) => places?.[text],
    );
  });

  it('finds that the same versions fit the same specifiers', () => {
    const pairs = samples(fc.tuple(clauseText, anyVersion), 8000).filter(([clause, text]) =>
      isComparable(clause, version(text)),
    );
    const answers = oracle.ask({ contains: pairs }, 'contains', v.boolean());
    expectSame(
      pairs,
      ([clause, text]) => fits(clause, version(text)),
      (_, i) => answers[i],
    );
  });
});

/** `null` where the clause is wrong. */
function fits(clause: string, candidate: Version): boolean | null {
  const result = parseSpecifiers(clause);
  return result.ok ? matchesSpecifiers(result.specifiers, candidate) : null;
}

function isComparable(clause: string, candidate: Version): boolean {
  // The library takes `===` without a version for a specifier that nothing fits.
  if (/^===\s*$/.test(clause)) return false;
  // Before 26.3 it cut `~=2.1post.10` at the dots as they are written, not those of `~=2.1.post10`.
  const compatible = clause.startsWith('~=') ? clause.slice(2).trim() : undefined;
  if (compatible !== undefined && !isAtLeast(26, 3) && parseVersion(compatible)?.normal !== compatible) {
    return false;
  }
  // Before 26.1 it took `>1.0a1` to exclude `1.0.post1`, and `<1.0.post1` to exclude `1.0a1`.
  const wanted = /^[<>]\s*(?!=)(.*)/.exec(clause)?.[1]?.trim();
  const other = wanted === undefined ? undefined : parseVersion(wanted);
  return isAtLeast(26, 1) || other === undefined || compareRelease(other.release, candidate.release) !== 0;
}

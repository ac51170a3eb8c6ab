import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { WheelhouseDeclaration } from '../../fixtures/declaration.ts';
import { lintDeclaration } from '../../fixtures/lint-declaration.ts';
import { rules } from '../../rules/index.ts';
import { sayTargets } from '../../src/engine/contest/say-targets.ts';
import type { Finding } from '../../src/engine/finding.ts';
import type { Offer } from '../../src/installer/offer.ts';
import { arbitraryConflicts } from '../support/arbitrary-conflicts.ts';
import { type Choice, choicesAnew, isTied } from '../support/choices-anew.ts';

/*
 * What the conflict rules say of random wheelhouses, beside what installers choose from the same files: the offers are
 * made from the declaration and ranked without the engine.
 */

const conflictRules = rules
  .filter(({ code }) => /^WHL[12]/.test(code))
  .map((rule) => ({ rule, severity: rule.severity, options: {} }));

interface World {
  readonly findings: readonly Finding[];
  /** By the path of the wheel. */
  readonly choices: ReadonlyMap<string, readonly Choice[]>;
}

/** Holds a statement against random wheelhouses. */
async function holds(statement: (world: World, declaration: WheelhouseDeclaration) => void): Promise<void> {
  const property = fc.asyncProperty(arbitraryConflicts, async (declaration) => {
    const findings = await lintDeclaration(declaration, conflictRules);
    statement({ findings, choices: await choicesAnew(declaration) }, declaration);
  });
  await fc.assert(property, { numRuns: 150 });
}

/** Whether an index lists the very bytes of the wheel, as the same version. */
function isCopy(choices: readonly Choice[]): boolean {
  return choices.some(({ mine, ranking: { candidates, excluded } }) =>
    [...candidates.map(({ entrant }) => entrant.offer), ...excluded.map(({ item }) => item)].some(
      (other) => isOnIndex(other) && other.sha256 === mine.sha256 && versionOf(other) === versionOf(mine),
    ),
  );
}

function versionOf({ file }: Offer): string {
  return file.kind === 'unreadable' ? '' : file.version.key;
}

function isOnIndex({ source }: Offer): boolean {
  return source.kind === 'index';
}

test('a wheel without a finding about an index is installed, or a file of its own wheelhouse is', async () => {
  await holds(({ findings, choices }) => {
    for (const [path, made] of choices) {
      const isFlagged = findings.some(({ wheel, code }) => wheel === path && /^WHL10[1-4]$/.test(code));
      if (isFlagged || isCopy(made)) continue;
      const lost = made.filter(({ winner }) => isOnIndex(winner));
      expect(
        lost.map(({ winner, target }) => `${path} < ${winner.filename} (${target.installer.id})`),
      ).toEqual([]);
    }
  });
});

test('a wheel of one stack without a finding about folders is installed, or loses by more than its place', async () => {
  await holds(({ findings, choices }, { stack }) => {
    if (stack.length > 0) return;
    for (const [path, made] of choices) {
      if (findings.some(({ wheel, code }) => wheel === path && code === 'WHL201')) continue;
      const lost = made.filter(
        (choice) =>
          choice.winner.source.name !== choice.mine.source.name &&
          !isOnIndex(choice.winner) &&
          choice.winner.sha256 !== choice.mine.sha256 &&
          isTied(choice, choice.winner),
      );
      expect(lost.map(({ winner }) => `${path} < ${winner.location}`)).toEqual([]);
    }
  });
});

test('a copy of a file of an index has no finding about an index', async () => {
  await holds(({ findings, choices }) => {
    for (const { wheel, code } of findings) {
      if (/^WHL10[1-4]$/.test(code)) expect(isCopy(choices.get(wheel) ?? []), wheel).toBe(false);
    }
  });
});

test('each rule speaks once of a wheel and an index, and of a wheel and a folder', async () => {
  await holds(({ findings }) => {
    const conflicts = findings.map(({ code, wheel, data }) => [code, wheel, data.folder].join());
    expect(new Set(conflicts).size).toBe(conflicts.length);
  });
});

/** Whether the file that is installed is one that the finding means. */
function isMeant({ code, related }: Finding, choice: Choice): boolean {
  const { winner, mine } = choice;
  const isNamed = related.some(({ location }) => location === winner.location);
  const isOfOneVersion = versionOf(winner) === versionOf(mine);
  const meant: Readonly<Record<string, boolean>> = {
    WHL101: isOnIndex(winner) && winner.filename === mine.filename,
    WHL102: isOnIndex(winner) && winner.filename !== mine.filename && isTied(choice, winner),
    WHL103: isOnIndex(winner) && !isTied(choice, winner) && isOfOneVersion,
    WHL104: isOnIndex(winner) && !isOfOneVersion,
    WHL201: !isOnIndex(winner) && isNamed && isTied(choice, winner),
    WHL202: !isOnIndex(winner) && isNamed,
  };
  return meant[code] ?? false;
}

/** Whether the wheel itself is installed; for the rules about ties, where there is one. */
function isKept({ code }: Finding, choice: Choice): boolean {
  const { winner, mine, ranking } = choice;
  const isRival = (other: Offer): boolean =>
    code === 'WHL102'
      ? isOnIndex(other) && other.filename !== mine.filename && other.yanked === false
      : !isOnIndex(other) && other.source.name !== mine.source.name;
  const isAboutTies = code === 'WHL102' || code === 'WHL201';
  const ties = ranking.candidates.filter(({ entrant: { offer } }) => isRival(offer) && isTied(choice, offer));
  return winner === mine && (!isAboutTies || ties.length > 0);
}

test('who is said to install the other file does, and who is said to install the wheel does', async () => {
  await holds(({ findings, choices }) => {
    for (const finding of findings) {
      const { theirs, mine, other } = finding.data;
      if (theirs === undefined) continue;
      const everywhere = choices.get(finding.wheel) ?? [];
      // Folders hide each other within one stack.
      const stack = everywhere.find((choice) => isMeant(finding, choice))?.stack;
      const all = everywhere.filter((choice) => finding.code !== 'WHL201' || choice.stack === stack);
      const lost = all.filter((choice) => isMeant(finding, choice));
      const losing = new Set(lost.map(keyOf));
      const won = all.filter((choice) => isKept(finding, choice) && !losing.has(keyOf(choice)));
      const expected = { theirs: say(lost, all), mine: mine === undefined ? mine : say(won, all) };
      expect({ theirs, mine }, `${finding.code} ${finding.wheel}: ${finding.message}`).toEqual(expected);
      if (other === undefined || lost.length === 0) continue;
      const winners = new Set(lost.map(({ winner }) => winner.filename));
      const [, name = '', more = '0'] = /^(.*?)(?: and (\d+) more)?$/.exec(other) ?? [];
      expect([...winners]).toContain(name);
      expect(Number(more)).toBe(winners.size - 1);
    }
  });
});

function say(some: readonly Choice[], all: readonly Choice[]): string {
  return sayTargets(
    some.map(({ target }) => target),
    all.map(({ target }) => target),
  );
}

function keyOf({ target: { installer, place } }: Choice): string {
  return JSON.stringify([installer.id, place]);
}

import { describe, expect, it } from 'vitest';
import type { Offer } from '../../src/installer/offer.ts';
import { rankOffers } from '../../src/installer/ranking.ts';
import type { InstallRequest } from '../../src/installer/request.ts';
import { parseRequirement } from '../../src/packaging/requirement.ts';
import { offer, source, target } from './offered.ts';
import { type Call, callOf, type Scenario, scenarios } from './pip-orders.ts';

/** What happens to a package that is installed already is no question of which file wins. */
const aboutInstalled = scenarios.filter((scenario) => scenario.installed_first_from !== undefined);
const modelled = scenarios.filter((scenario) => !aboutInstalled.includes(scenario));

describe('the orders of real pips', () => {
  it('are all modelled but those that depend on what is installed already', () => {
    expect(aboutInstalled.map(({ id }) => id)).toEqual(['K1', 'K3', 'K4']);
    expect(modelled.length).toBe(68);
    expect(modelled.every(({ constraint }) => constraint === undefined)).toBe(true);
  });

  const runs = modelled.flatMap((scenario) =>
    scenario.results.flatMap(({ python, pip, order }) =>
      pip.map((version) => [scenario.id, version, python, scenario, order] as const),
    ),
  );

  it.each(runs)('%s, pip %s on Python %s', (_, pip, python, scenario, order) => {
    expect(simulate(scenario, pip, python)).toEqual(order.map(withoutText));
  });
});

/** Asks, takes the winner away, and asks again, as the recording did. */
function simulate(scenario: Scenario, pip: string, python: string): string[] {
  const call = callOf(scenario);
  const request = requestOf(scenario, call);
  const installer = `pip@${pip === 'main' ? '26.3' : pip.replace('-real', '')}`;
  const machine = { python, manylinux: !scenario.manylinux_disabled };
  const asked = target(call.legacyResolver ? `${installer}:legacy-resolver` : installer, machine);
  const isShort = scenario.results[0]?.order.length === 1;
  const order: string[] = [];
  let offers = offersOf(scenario, call, python);
  while (offers.length > 0) {
    const { selected, problem } = rankOffers(offers, request, asked);
    if (problem !== undefined || selected === undefined) return order.length > 0 ? order : ['ERR'];
    order.push(areCopies(scenario) ? 'same' : `${selected.source.name}:${selected.filename}`);
    if (isShort) break;
    offers = offers.filter((other) => other !== selected);
  }
  return order;
}

function withoutText(entry: string): string {
  return entry.startsWith('ERR') ? 'ERR' : entry;
}

function areCopies({ id }: Scenario): boolean {
  return id === 'M2' || id === 'C3';
}

function requestOf({ requirement, hash_of }: Scenario, call: Call): InstallRequest {
  const parsed = parseRequirement(requirement, 'compared');
  if (!parsed.ok) throw new Error(parsed.reason);
  return {
    project: 'demo',
    specifiers: parsed.requirement.specifiers,
    hashes: new Set(hash_of === undefined ? [] : [hash_of]),
    preferBinary: call.preferBinary,
    formats: { wheels: true, sdists: !call.onlyBinary },
    prereleases: false,
  };
}

function offersOf(scenario: Scenario, { findLinks, indexes }: Call, python: string): Offer[] {
  const places = [
    ...findLinks.map((name, i) => source(name.startsWith('flh') ? 'page' : 'folder', name, i)),
    ...indexes.map((name, i) => source('index', name, i)),
  ];
  return places.flatMap((from) =>
    (scenario.sources[from.name] ?? []).map((text, order) => {
      const [, named = '', note = ''] = /^(\S+)(?: \((.*)\))?$/.exec(text) ?? [];
      const filename = python === '3.8' ? named.replaceAll('311', '38') : named;
      const asked = /^Requires-Python (.*)$/.exec(note)?.[1];
      const isFolder = from.kind === 'folder';
      const version = /^METADATA version (.*)$/.exec(note)?.[1];
      return offer(filename, from, {
        order: isFolder ? 0 : order,
        sha256: areCopies(scenario) ? (scenario.hash_of ?? 'both') : from.name,
        yanked: note === 'yanked',
        requiresPython: isFolder ? undefined : asked,
        metadata: { name: 'demo', version, requiresPython: asked },
      });
    }),
  );
}

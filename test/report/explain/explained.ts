import type { Explanation } from '../../../src/engine/explain/explain.ts';
import type { Offer } from '../../../src/installer/offer.ts';
import { rankOffers } from '../../../src/installer/ranking.ts';
import { type InstallRequest, plainRequest } from '../../../src/installer/request.ts';
import { parseRequirement } from '../../../src/packaging/requirement.ts';
import { explanationTable } from '../../../src/report/explain/table.ts';
import { target } from '../../installer/offered.ts';

interface Asked {
  readonly installers?: readonly string[];
  readonly pythons?: readonly string[];
  readonly request?: Partial<InstallRequest>;
  readonly unchecked?: Explanation['unchecked'];
  readonly notices?: readonly string[];
  /** Names of stacks that all see the same files. */
  readonly stacks?: readonly (string | undefined)[];
}

/** What installers make of these files for a requirement on the project `demo`. */
export function explained(requirement: string, offers: readonly Offer[], asked: Asked = {}): Explanation {
  const { installers = ['pip@26.2'], pythons = ['3.11'], stacks = [undefined] } = asked;
  const parsed = parseRequirement(requirement, 'compared');
  if (!parsed.ok) throw new Error(parsed.reason);
  const request = { ...plainRequest('demo', parsed.requirement.specifiers), ...asked.request };
  const rankings = pythons.flatMap((python) =>
    installers.map((installer) => rankOffers(offers, request, target(installer, { python, glibc: 41 }))),
  );
  return {
    requirement,
    request,
    stacks: stacks.map((name) => ({ name, rankings })),
    unchecked: asked.unchecked ?? [],
    notices: asked.notices ?? [],
  };
}

/** The lines of the table without colours. */
export function linesOf(explanation: Explanation, width = 100): string[] {
  return explanationTable(explanation, false, { width, workingDirectory: '/work' }).split('\n');
}

/** Those of the part between the requirement and the legend. */
export function bodyOf(explanation: Explanation, width = 100): string[] {
  const lines = linesOf(explanation, width);
  return lines.slice(
    2,
    lines.findIndex((line) => /^[✔✖=…] |^What is installed|^Of two folders/.test(line)),
  );
}

import { count } from '../numbers.ts';
import type { PageData, PageFile, PageLadder, PageOrder, PageStep } from '../page-data.ts';
import { element, path } from './element.ts';

/**
 * Who wins for one requirement: a list of candidates for each group of targets.
 * @param wheel path; targets that would not take it even if there was no other have no part in its conflict
 */
export function orderElement(
  { requirement, stack, ladders }: PageOrder,
  { files }: PageData,
  wheel: string,
): HTMLElement {
  const own = ladders.filter(({ steps }) => steps.some(({ file }) => files[file]?.location === wheel));
  const where = stack === null ? [] : [` in the stack ${stack}`];
  return element(
    'div',
    { class: 'order' },
    element('h4', {}, 'Who wins for ', element('code', {}, requirement), ...where),
    ...(own.length > 0 ? own : ladders).map((ladder) => ladderElement(ladder, files)),
  );
}

function ladderElement(
  { targets, steps, problem, excluded = 0 }: PageLadder,
  files: readonly PageFile[],
): HTMLElement {
  const left =
    excluded > 0
      ? [
          element(
            'p',
            { class: 'note' },
            `${count(excluded, 'more file')} of this version ${excluded === 1 ? 'is' : 'are'} out of the race.`,
          ),
        ]
      : [];
  return element(
    'div',
    { class: 'ladder' },
    element('p', { class: 'targets' }, ...targets.flatMap((target) => [element('span', {}, target), ' '])),
    element('ol', {}, ...steps.map((step) => stepElement(step, files[step.file]))),
    ...(problem === undefined ? [] : [element('p', { class: 'problem' }, problem)]),
    ...left,
  );
}

function stepElement({ rank, reason, taken }: PageStep, file: PageFile | undefined): HTMLElement {
  const { name = '', source = '', own = false } = file ?? {};
  const marks = [
    ...(taken === undefined ? [] : [element('strong', { class: `taken ${taken}` }, takenWords[taken])]),
    ...(own ? [element('span', { class: 'own' }, 'in your folders')] : []),
  ];
  return element(
    'li',
    { class: taken === undefined ? 'step' : `step is-${taken}`, value: String(rank) },
    path(name),
    ...marks.flatMap((mark) => [' ', mark]),
    element('span', { class: 'source' }, `${source}: ${reason}`),
  );
}

const takenWords = { installed: 'installed', failing: 'taken, and fails' } as const;

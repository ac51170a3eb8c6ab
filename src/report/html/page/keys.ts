import { element } from './element.ts';

/** What keys do. */
export interface KeyActions {
  readonly search: () => void;
  /** To the next line of the list, or the one before. */
  readonly move: (step: 1 | -1) => void;
  readonly turn: (step: 1 | -1) => void;
}

/** Listens to single keys, unless somebody types or holds a modifier. */
export function listenToKeys(actions: KeyActions): void {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { target } = event;
    const isTyping = target instanceof HTMLInputElement && target.type !== 'checkbox';
    if (isTyping || target instanceof HTMLSelectElement) return;
    const isInList = target instanceof HTMLElement && target.closest('.finding') !== null;
    const act = actionOf(event.key, isInList, actions);
    if (act === undefined) return;
    event.preventDefault();
    act();
  });
}

function actionOf(key: string, isInList: boolean, actions: KeyActions): (() => void) | undefined {
  if (key === '/') return actions.search;
  if (key === 'j' || (key === 'ArrowDown' && isInList)) return () => actions.move(1);
  if (key === 'k' || (key === 'ArrowUp' && isInList)) return () => actions.move(-1);
  if (key === ']') return () => actions.turn(1);
  return key === '[' ? () => actions.turn(-1) : undefined;
}

/** The same for readers. */
export function keyHelp(): HTMLElement {
  const keys: [string, string][] = [
    ['/', 'search'],
    ['j', 'next'],
    ['k', 'previous'],
    ['Enter', 'open'],
    ['[ ]', 'pages'],
  ];
  return element(
    'p',
    { class: 'keys' },
    ...keys.flatMap(([key, word]) => [element('kbd', {}, key), ` ${word} `]),
  );
}

type Child = Node | string;
type Attributes = Readonly<Record<string, string | boolean>>;

/** Makes an element; texts become text nodes, so nothing in them is ever read as markup. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(key, '');
    else if (value !== false) made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}

/** A path that may be broken behind its slashes. */
export function path(text: string): HTMLElement {
  const parts = text.split(/(?<=\/)/).flatMap((part) => [part, element('wbr')]);
  return element('span', { class: 'path' }, ...parts);
}

/** A location as a link where it leads to a web page, and as text otherwise. */
export function place(location: string): HTMLElement {
  const isWeb = /^https?:\/\//i.test(location) && URL.canParse(location);
  return isWeb ? element('a', { href: location, rel: 'noreferrer' }, path(location)) : path(location);
}

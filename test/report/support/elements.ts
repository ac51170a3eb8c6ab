import type { parseDocument } from 'htmlparser2';

type Document = ReturnType<typeof parseDocument>;
type Node = Document['children'][number];
export type Element = Extract<Node, { attribs: unknown }>;

/** All elements of a document, or those of one name, in its order. */
export function elements(document: Document | Element, name?: string): Element[] {
  return document.children.flatMap((node) => {
    if (!('attribs' in node)) return [];
    const inner = elements(node, name);
    return name === undefined || node.name === name ? [node, ...inner] : inner;
  });
}

export function textOf(element: Element): string {
  return element.children
    .map((node) => ('attribs' in node ? textOf(node) : 'data' in node ? node.data : ''))
    .join('');
}

import { createHash } from 'node:crypto';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { describe, expect, test } from 'vitest';
import { html } from '../../../src/report/html.ts';
import { context, hostileResult, hostileTexts, notices, result, unchecked, usual } from '../samples.ts';
import { manyFindings } from './support.ts';

function fail(): never {
  throw new Error('there are no samples');
}

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

function parsed(text: string): {
  readonly document: DefaultTreeAdapterTypes.Document;
  readonly errors: readonly string[];
} {
  const errors: string[] = [];
  const document = parse(text, {
    onParseError: ({ code, startLine, startCol }) => errors.push(`${code} at ${startLine}:${startCol}`),
  });
  return { document, errors };
}

function everyElement(node: Node): Element[] {
  const children = 'childNodes' in node ? node.childNodes : [];
  const found = children.flatMap(everyElement);
  return 'tagName' in node ? [node, ...found] : found;
}

function elements(node: Node, name: string): Element[] {
  return everyElement(node).filter(({ tagName }) => tagName === name);
}

function textOf(node: Node): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

function attributeNames(node: Node): Set<string> {
  const own = 'attrs' in node ? node.attrs.map(({ name }) => name) : [];
  const children = 'childNodes' in node ? node.childNodes : [];
  return new Set([...own, ...children.flatMap((child) => [...attributeNames(child)])]);
}

const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((one) => one.name === name)?.value;

describe.each([
  ['nothing found', result([])],
  ['no wheel', result([], { wheels: 0 })],
  [
    'a usual run',
    result(usual, {
      ignored: 12,
      unchecked,
      notices,
      notRun: [{ need: 'index', codes: ['WHL101'] }],
      doubts: ['Odd.'],
    }),
  ],
  ['hostile wheels', hostileResult],
  ['10,000 findings', manyFindings(10_000)],
])('%s', (_name, given) => {
  const text = html(given, context());

  test('is HTML without a parse error', async () => {
    expect(parsed(await text).errors).toEqual([]);
  });

  test('runs only what its policy names, and names no other place to load from', async () => {
    const { document } = parsed(await text);
    const policy = elements(document, 'meta').find(
      (meta) => attribute(meta, 'http-equiv') === 'Content-Security-Policy',
    );
    const hash = (element: Element): string =>
      `'sha256-${createHash('sha256').update(textOf(element)).digest('base64')}'`;
    const running = elements(document, 'script').filter((one) => attribute(one, 'type') === undefined);
    const styles = elements(document, 'style');
    expect(policy && attribute(policy, 'content')).toBe(
      `default-src 'none'; style-src ${styles.map(hash)}; script-src ${running.map(hash)}; base-uri 'none'; form-action 'none'`,
    );
    for (const name of [
      'link',
      'img',
      'iframe',
      'object',
      'embed',
      'base',
      'form',
      'image',
      'use',
      'audio',
      'video',
    ])
      expect(elements(document, name), name).toEqual([]);
    const names = attributeNames(document);
    expect([...names].filter((name) => /^on|^(?:style|src|srcset|action|formaction)$/.test(name))).toEqual(
      [],
    );
  });
});

test('without JavaScript there are totals, a row for each rule, folder and project, and what was not checked', async () => {
  const { document } = parsed(await html(result(usual, { ignored: 12, unchecked, notices }), context()));
  const said = textOf(elements(document, 'main')[0] ?? document);
  const rows = elements(document, 'tr').map((row) =>
    row.childNodes.map((cell) => textOf(cell).trim()).filter(Boolean),
  );
  expect(rows).toContainEqual(['native-in-any WHL401', '1 error', '1', '1']);
  expect(rows).toContainEqual(['six', '1 warning, 1 info', '2', '1']);
  expect(rows).toContainEqual(['wheels', '1 error, 3 warnings, 1 info', '5', '3']);
  expect(said).toContain('6 projects and 1 folder could not be checked completely');
  expect(said).toContain('Unused ignore');
  expect(said).toContain('ignored12');
  expect(said).toContain('An installer takes another file than you think. See PEP 427.');
});

test('what a wheel hides is visible, in the page and in its data', async () => {
  const text = await html(hostileResult, context());
  expect(text).not.toMatch(/[\p{Cf}\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]/u);
  expect(text).toContain('abc\\u202egpj.exe');
  expect(text.isWellFormed()).toBe(true);
});

test('no text of a wheel becomes an element', async () => {
  const { document } = parsed(await html(hostileResult, context()));
  const scripts = elements(document, 'script').map((one) => attribute(one, 'type'));
  expect(scripts).toEqual(['application/json', undefined]);
  for (const link of elements(document, 'a')) expect(attribute(link, 'href')).toMatch(/^(?:https:\/\/|#)/);
  const data = JSON.parse(textOf(elements(document, 'script')[0] ?? document));
  expect(data.findings).toHaveLength(hostileTexts.length);
});

test('a text that would end an attribute, a comment or a section stays a text', async () => {
  const texts = [
    '"\' onmouseover=alert(1) x=\'"',
    ']]><!-- &lt;&#60; --><![CDATA[',
    '\ufffe\uffff',
    '</style></title>',
  ];
  const findings = texts.map((text, place) => ({
    ...(usual[0] ?? fail()),
    wheel: `${text}/${text}-1.0-py3-none-any.whl`,
    project: text,
    member: text,
    fingerprint: `${place}`,
  }));
  const { document, errors } = parsed(await html(result(findings), context()));
  expect(errors).toEqual([]);
  const places = elements(document, 'span').map((span) => attribute(span, 'data-value'));
  expect(places).toEqual(
    expect.arrayContaining(['"\' onmouseover=alert(1) x=\'"', '\\ufffe\\uffff', '</style></title>']),
  );
  expect([...attributeNames(document)].filter((name) => name.startsWith('on'))).toEqual([]);
});

test('the same result gives the same bytes', async () => {
  expect(await html(result(usual), context())).toBe(await html(result(usual), context()));
});

test('only errors are listed where only errors are wanted, and the numbers stay', async () => {
  const { document } = parsed(await html(result(usual), context({ quiet: true })));
  const data = JSON.parse(textOf(elements(document, 'script')[0] ?? document));
  expect(data.findings).toHaveLength(1);
  expect(textOf(document)).toContain('Only errors are listed below.');
  expect(textOf(elements(document, 'h1')[0] ?? document)).toBe(
    '1 error, 3 warnings and 1 info in 966 wheels',
  );
});

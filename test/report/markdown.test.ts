import { createRequire } from 'node:module';
import { parseDocument } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { markdown } from '../../src/report/markdown.ts';
import {
  context,
  hostileResult,
  manyFindings,
  notices,
  result,
  sixConflict,
  unchecked,
  usual,
} from './samples.ts';
import { elements, textOf } from './support/elements.ts';

test('a usual run', async () => {
  expect(
    await markdown(
      result(usual.slice(2), { unchecked: unchecked.slice(-1), notices: notices.slice(0, 1) }),
      context(),
    ),
  ).toBe(`## wheelhouse-lint: 3 problems (0 errors, 2 warnings, 1 info)

966 wheels, 840 projects, 1 unchecked

| findings | severity | rule | wheels | fixable |
| ---: | --- | --- | ---: | ---: |
| 1 | warning | [same-filename (WHL101)](https://github.com/wheelhouse-lint/wheelhouse-lint/blob/main/docs/rules/same-filename.md) | 1 | 0 |
| 1 | info | [unsorted-tags (WHL408)](https://github.com/wheelhouse-lint/wheelhouse-lint/blob/main/docs/rules/unsorted-tags.md) | 1 | 0 |
| 1 | warning | [nvidia-requirement (WHL501)](https://github.com/wheelhouse-lint/wheelhouse-lint/blob/main/docs/rules/nvidia-requirement.md) | 1 | 0 |

1 folder could not be checked completely:

- <code>generic&#58; permission denied</code>

Notes:

- <code>Unused ignore&#58; 'same-filename' for 'six-&#42;.whl' matches no finding (rebuilt on purpose)</code>

| severity | wheel | rule | message |
| --- | --- | --- | --- |
| warning | <code>wheels/six-1.17.0-py2.py3-none-any.whl</code> | same-filename | <code>six-1.17.0-py2.py3-none-any.whl</code> is also on <code>https&#58;//index.example/pypi</code> with other contents, and pip takes that one. |
| warning | <code>wheels/torch-2.9.1+computecanada-cp312-cp312-linux&#95;x86&#95;64.whl</code> | nvidia-requirement | <code>nvidia-cublas-cu12==12.8.4.1</code> pulls CUDA libraries from an index, <code>nvidia-cublas-cu12==12.8.4.1</code> is not met by a module. (<code>torch-2.9.1+computecanada.dist-info/METADATA&#58;27</code>) |
| info | <code>wheels/six-1.17.0-py2.py3-none-any.whl</code> | unsorted-tags | The tag set <code>py3.py2</code> is not in sorted order. |
`);
});

test('numbers alone', async () => {
  const report = await markdown(result(usual), context({ statistics: true }));
  expect(report).toContain('| findings | severity |');
  expect(report).not.toContain('| severity | wheel |');
});

test('a report stays below the limit of 1 MiB, errors first, and says so', async () => {
  const said: string[] = [];
  const findings = [...manyFindings(20_000)];
  const report = await markdown(
    result(findings),
    context({ notice: (sentence) => void said.push(sentence) }),
  );
  expect(Buffer.byteLength(report)).toBeLessThan(1024 * 1024);
  expect(Buffer.byteLength(report)).toBeGreaterThan(900_000);
  const rows = report.match(/^\| (?:error|warning|info) \|/gm)?.length ?? 0;
  expect(report).toMatch(
    new RegExp(`\\n${20_000 - rows} findings left out here, because .* 1 MiB at most\\.\\n$`),
  );
  expect(said).toEqual([expect.stringContaining(`${20_000 - rows} findings left out`)]);
  expect(report.match(/^\| error \|/gm)).toHaveLength(rows);
});

test('a single name that is too long does not break the limit either', async () => {
  const long = { ...sixConflict, wheel: `${'é'.repeat(2_000_000)}.whl` };
  const report = await markdown(result([long]), context());
  expect(Buffer.byteLength(report)).toBeLessThan(1024 * 1024);
  expect(report).toContain('1 finding left out here');
});

/** What other tools of the project bring along; no dependency of its own. */
function findMarked(): ((text: string) => string) | undefined {
  try {
    const { parse } = createRequire(import.meta.url)('marked');
    return (text) => String(parse(text, { gfm: true }));
  } catch {
    return undefined;
  }
}

const marked = findMarked();
const skipped = marked === undefined ? ' (skipped: marked is not installed)' : '';

describe.skipIf(marked === undefined)(`read as GitHub's Markdown${skipped}`, () => {
  test('hostile names make no element, no attribute, no link and no cell', async () => {
    const html = marked?.(await markdown(hostileResult, context())) ?? '';
    const document = parseDocument(html);
    const all = elements(document);
    const names = new Set(all.map(({ name }) => name));
    const expected = ['a', 'code', 'h2', 'li', 'p', 'table', 'tbody', 'td', 'th', 'thead', 'tr', 'ul'];
    expect([...names].sort()).toEqual(expected);
    for (const { name, attribs } of all) {
      if (name === 'a') expect(Object.keys(attribs)).toEqual(['href']);
      else expect(Object.keys(attribs).filter((key) => key !== 'align')).toEqual([]);
      if (name === 'a')
        expect(attribs.href).toMatch(/\/wheelhouse-lint\/blob\/main\/docs\/rules\/[\w-]+\.md$/);
    }
    const [, findings] = elements(document, 'table');
    if (findings === undefined) throw new Error('no table of findings');
    const rows = elements(findings, 'tr').slice(1);
    expect(rows).toHaveLength(hostileResult.findings.length);
    for (const row of rows) expect(elements(row, 'td')).toHaveLength(4);
    expect(textOf(findings)).toContain('| a | `b` ``` | **c** _d_ ~~e~~ \\| f');
    expect(textOf(findings)).toContain('<script>alert(1)</script>');
  });
});

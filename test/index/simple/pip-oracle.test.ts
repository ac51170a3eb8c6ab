import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { readHtmlPage } from '../../../src/index/simple/html-page.ts';
import { readSimpleJson } from '../../../src/index/simple/simple-json.ts';
import { jsonAnswer, PAGE, SIMPLE_JSON } from './pages.ts';

interface Page {
  readonly body: string;
  readonly kind: string;
  readonly url: string;
}

const seenFile = v.object({
  filename: v.string(),
  sha256: v.nullable(v.string()),
  yanked: v.union([v.boolean(), v.string()]),
  requiresPython: v.nullable(v.string()),
});
const reply = v.union([
  v.object({ missing: v.string() }),
  v.object({ version: v.string(), answers: v.array(v.array(seenFile)) }),
]);

function askPip(pages: readonly Page[]): v.InferOutput<typeof reply> {
  const script = fileURLToPath(new URL('pip_links.py', import.meta.url));
  const child = spawnSync('python3', [script], { input: JSON.stringify(pages), encoding: 'utf8' });
  if (child.error !== undefined) return { missing: `python3 does not start: ${child.error.message}` };
  if (child.status !== 0) return { missing: `python3 cannot run it: ${child.stderr.trim().slice(-200)}` };
  return v.parse(reply, JSON.parse(child.stdout));
}

const pip = askPip([]);
const label = 'missing' in pip ? `SKIPPED: ${pip.missing}` : pip.version;

const hash = 'ab'.repeat(32);
const value = fc.constantFrom(
  ...['six-1.0.zip', 'six-1.0-py3-none-any.whl', 'a/six-1.0%2Bcc.zip', './six-2.0.zip', '../x/six-3.0.zip'],
  ...[
    'https://f.example/six-4.0.zip?a=1&amp;b=2',
    '//f.example/w%2Fsix-5.0.zip',
    '/six-6.0.zip',
    'six&#45;7.0.zip',
  ],
  ...[`six-8.0.zip#sha256=${hash}`, `six-8.0.zip#egg=six&amp;sha256=${hash}`, 'six 9.0.zip', 'six-é.zip'],
  ...['&gt;=3.8, !=3.9.*', 'bad &quot;build&quot;', "don't", 'a &lt; b', '&eacute;t&eacute;'],
);
const written = (name: string, quoted: string): fc.Arbitrary<string> =>
  fc
    .tuple(fc.constantFrom(name, name.toUpperCase()), fc.constantFrom('="', ' = "', '\n="'))
    .map(([spelled, equals]) => `${spelled}${equals}${quoted}"`);
// A value for all: without one, pip takes data-yanked for not yanked.
const attribute = fc
  .tuple(
    fc.constantFrom('href', 'href', 'data-yanked', 'data-requires-python', 'data-core-metadata', 'class'),
    value,
  )
  .chain(([name, text]) => written(name, text));
const anchor = fc
  .tuple(
    fc.constantFrom('a', 'A', 'a', 'link', 'abbr'),
    fc.array(attribute, { maxLength: 4 }),
    fc.constantFrom('>', ' >', '/>'),
  )
  .map(([tag, attributes, end]) => `<${[tag, ...attributes].join(' ')}${end}six</${tag}>`);
const piece = fc.oneof(
  { weight: 8, arbitrary: anchor },
  fc.constantFrom(
    ...[
      '<base href="https://b.example/c/">',
      '<base target="x">',
      '<!-- <a href="six-0.zip"> -->',
      '<br/>',
      '&lt;a&gt;',
    ],
    ...[
      '<script>"<a href=six-0.zip>"</script>',
      '<h1>Links</h1>',
      '</a>',
      '<ul><li>',
      '1 < 2',
      '<!DOCTYPE html>',
    ],
  ),
);

describe.skipIf('missing' in pip)(`beside pip (${label})`, () => {
  test('the links of a page are the same', async () => {
    const bodies = fc.sample(
      fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('\n')),
      2000,
    );
    const answers = answersOf(bodies.map((body) => ({ body, kind: 'text/html', url: PAGE })));
    expect(answers.flat().length).toBeGreaterThan(1000);
    for (const [number, body] of bodies.entries()) {
      const { files } = await readHtmlPage({ body: Buffer.from(body), url: PAGE });
      expect({ body, files: files.map(seen) }).toEqual({ body, files: answers[number] });
    }
  });

  test('and so are those of JSON', () => {
    const file = fc.record(
      {
        url: fc.constantFrom(
          'six-1.0.zip',
          '../a/six-1.0%2Bcc.zip',
          'https://f.example/six-2.0.zip',
          `six-3.zip#sha256=${hash}`,
        ),
        hashes: fc.constantFrom({}, { sha256: hash }),
        yanked: fc.constantFrom(true, false, '', 'bad', null),
        'requires-python': fc.constantFrom('>=3.8', '', null),
        size: fc.nat(),
      },
      { requiredKeys: ['url'] },
    );
    const texts = fc
      .sample(fc.array(file, { maxLength: 6 }), 500)
      .map((files) => JSON.stringify(jsonAnswer(...files)));
    const answers = answersOf(texts.map((body) => ({ body, kind: SIMPLE_JSON, url: PAGE })));
    for (const [number, body] of texts.entries()) {
      const { files } = readSimpleJson(JSON.parse(body), PAGE);
      expect({ body, files: files.map(seen) }).toEqual({ body, files: answers[number] });
    }
  });
});

function answersOf(pages: readonly Page[]): v.InferOutput<typeof seenFile>[][] {
  const found = askPip(pages);
  if ('missing' in found) throw new Error(found.missing);
  return found.answers;
}

function seen(
  file: Awaited<ReturnType<typeof readHtmlPage>>['files'][number],
): v.InferOutput<typeof seenFile> {
  const { filename, sha256 = null, yanked, requiresPython = null } = file;
  return { filename, sha256, yanked, requiresPython };
}

import { describe, expect, test } from 'vitest';
import { explanationJson } from '../../../src/report/explain/json.ts';
import { offer, source } from '../../installer/offered.ts';
import { parseExplanation } from '../../support/explanation.ts';
import { explained } from './explained.ts';

const folder = source('folder', 'wheels');
const index = source('index', 'main');
const wheel = (version: string): string => `demo-${version}-py3-none-any.whl`;

test('version 1, key by key', () => {
  const files = [
    offer(wheel('1.0+site'), folder),
    offer(wheel('1.0'), folder),
    offer(wheel('1.0'), index),
    offer('demo-2.0+no-label-py3-none-any.whl', folder),
  ];
  const text = explanationJson(
    explained('demo==1.0', files, {
      stacks: ['v4'],
      unchecked: [{ project: 'demo', source: 'https://i.example', reason: 'HTTP 503' }],
      notices: ['A notice.'],
    }),
  );
  expect(text).toMatchInlineSnapshot(`
    "{
      "version": 1,
      "requirement": "demo==1.0",
      "targets": [
        {
          "installer": "pip@26.2",
          "python": "3.11",
          "platform": "linux_x86_64",
          "stack": "v4",
          "candidates": [
            {
              "rank": 1,
              "filename": "demo-1.0+site-py3-none-any.whl",
              "version": "1.0+site",
              "source": "wheels",
              "location": "file:///srv/wheels/demo-1.0+site-py3-none-any.whl",
              "selected": true,
              "tiedWithPrevious": false,
              "reason": "has a local version label, 'site'",
              "excluded": null
            },
            {
              "rank": 2,
              "filename": "demo-1.0-py3-none-any.whl",
              "version": "1.0",
              "source": "main",
              "location": "https://main.example/simple/demo-1.0-py3-none-any.whl",
              "selected": false,
              "tiedWithPrevious": false,
              "reason": "has no local version label",
              "excluded": null
            },
            {
              "rank": 3,
              "filename": "demo-1.0-py3-none-any.whl",
              "version": "1.0",
              "source": "wheels",
              "location": "file:///srv/wheels/demo-1.0-py3-none-any.whl",
              "selected": false,
              "tiedWithPrevious": true,
              "reason": "files on an index win a tie against files in a folder (since pip 20.3)",
              "excluded": null
            },
            {
              "rank": null,
              "filename": "demo-2.0+no-label-py3-none-any.whl",
              "version": null,
              "source": "wheels",
              "location": "file:///srv/wheels/demo-2.0+no-label-py3-none-any.whl",
              "selected": false,
              "tiedWithPrevious": false,
              "reason": null,
              "excluded": "installers pass over it: the build tag \\"label\\" does not begin with a digit; a dash cannot stand in a local version label"
            }
          ],
          "problem": null
        }
      ],
      "unchecked": [
        {
          "project": "demo",
          "source": "https://i.example",
          "reason": "HTTP 503"
        }
      ],
      "notices": [
        "A notice."
      ]
    }
    "
  `);
  expect(parseExplanation(text).targets).toHaveLength(1);
});

describe('what a program can rely on', () => {
  test('a file that is taken in vain is not selected, and the problem says why', () => {
    const files = [offer(wheel('1.0'), index, { sha256: 'a'.repeat(64) })];
    const explanation = explained('demo', files, { request: { hashes: new Set(['b'.repeat(64)]) } });
    const [target] = parseExplanation(explanationJson(explanation)).targets;
    expect(target?.candidates.map(({ rank, selected }) => ({ rank, selected }))).toEqual([
      { rank: 1, selected: false },
    ]);
    expect(target?.problem).toMatch(/^pip 26\.2 takes demo-1\.0.* and fails/);
  });

  test('all files are there, however many', () => {
    const files = Array.from({ length: 300 }, (_, place) => offer(wheel(`${place}.0`), index));
    const [target] = parseExplanation(explanationJson(explained('demo', files))).targets;
    expect(target?.candidates.map(({ rank }) => rank)).toEqual(files.map((_, place) => place + 1));
  });

  test('one target for each installer, place and stack, also where they agree', () => {
    const asked = { installers: ['pip@26.2', 'uv'], pythons: ['3.11', '3.13t'], stacks: [undefined, 'b'] };
    const { targets } = parseExplanation(explanationJson(explained('demo', [], asked)));
    expect(
      targets.map(({ installer, python, platform, stack }) => [stack, python, installer, platform]),
    ).toEqual(
      [null, 'b'].flatMap((stack) =>
        ['3.11', '3.13t'].flatMap((python) =>
          ['pip@26.2', 'uv'].map((installer) => [stack, python, installer, 'linux_x86_64']),
        ),
      ),
    );
  });

  test('nothing that a terminal obeys', () => {
    const files = [offer(wheel('1.0'), index, { yanked: '\u001b[2J\u009b\u202e\u2028' })];
    const text = explanationJson(explained('demo', files));
    expect(text).not.toMatch(/[\0-\x09\x0b-\x1f\x7f-\x9f\u202e\u2028]/);
    const [target] = parseExplanation(text).targets;
    expect(target?.candidates[0]?.excluded).toBe('it is yanked: \u001b[2J\u009b\u202e\u2028');
  });
});

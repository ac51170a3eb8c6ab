import type { Log, Run } from 'sarif';
import { describe, expect, test } from 'vitest';
import type { LintResult } from '../../../src/engine/finding.ts';
import type { ReportContext } from '../../../src/report/reporter.ts';
import { excerptRegion } from '../../../src/report/sarif/region.ts';
import { sarif } from '../../../src/report/sarif.ts';
import { context, hostile, hostileResult, result, torch, usual } from '../samples.ts';
import { atLines, lineContext, metadataExcerpt, recipe, recipeContext, repository } from './golden.ts';

async function run(given: LintResult, change: ReportContext): Promise<Run> {
  const log: Log = JSON.parse(await sarif(given, change));
  const [only] = log.runs;
  if (only === undefined) throw new Error('no run');
  return only;
}

const torchUri = 'wheelhouse/wheels/torch-2.9.1%2Bcomputecanada-cp312-cp312-linux_x86_64.whl';

test('category and commit', async () => {
  const { automationDetails, versionControlProvenance } = await run(result([]), lineContext());
  expect(automationDetails).toEqual({ id: 'nightly/' });
  expect(versionControlProvenance).toEqual([
    {
      repositoryUri: 'https://git.example.org/team/recipes',
      revisionId: repository.revision,
      branch: 'main',
      mappedTo: { uriBaseId: '%SRCROOT%' },
    },
  ]);
  const bare = await run(result([]), context({ repository: { ...repository, url: undefined } }));
  expect(bare.versionControlProvenance).toBeUndefined();
  expect(bare.automationDetails).toBeUndefined();
});

test('a finding about a line is placed at it, with the lines around it', async () => {
  const { results, artifacts } = await run(result(atLines), lineContext());
  const uri = `${torchUri}/torch-2.9.1%2Bcomputecanada.dist-info/METADATA`;
  expect(results?.[0]?.locations).toEqual([
    {
      physicalLocation: {
        artifactLocation: { uri, uriBaseId: '%SRCROOT%', index: 1 },
        region: {
          startLine: 27,
          startColumn: 1,
          endLine: 27,
          endColumn: metadataExcerpt.text.length + 1,
          snippet: { text: metadataExcerpt.text },
        },
        contextRegion: {
          startLine: 26,
          endLine: 28,
          snippet: { text: metadataExcerpt.lines.join('\n') },
        },
      },
      logicalLocations: [
        { fullyQualifiedName: 'torch-2.9.1+computecanada.dist-info/METADATA', kind: 'resource' },
      ],
    },
  ]);
  expect(artifacts).toEqual([
    { location: { uri: torchUri, uriBaseId: '%SRCROOT%' }, roles: ['analysisTarget'] },
    {
      location: { uri, uriBaseId: '%SRCROOT%' },
      roles: ['resultFile'],
      parentIndex: 0,
      contents: { text: metadataExcerpt.whole },
    },
  ]);
});

test('a text of one line has nothing around it', () => {
  const { region, contextRegion } = excerptRegion({
    ...metadataExcerpt,
    line: 1,
    firstLine: 1,
    lines: ['a'],
    text: 'a',
  });
  expect(region).toMatchObject({ startLine: 1, endColumn: 2, snippet: { text: 'a' } });
  expect(contextRegion).toBeUndefined();
});

describe('at a recipe', () => {
  test('the wheel is the first related location, and the message begins with it', async () => {
    const { results, tool, artifacts } = await run(result(usual), recipeContext());
    const last = results?.at(-1);
    expect(last?.locations?.[0]?.physicalLocation).toMatchObject({
      artifactLocation: { uri: 'config/torch.sh' },
      region: { startLine: 1, snippet: { text: recipe.excerpt?.text } },
      contextRegion: { startLine: 1, endLine: 2 },
    });
    expect(last?.locations?.[0]?.logicalLocations).toEqual([
      {
        fullyQualifiedName: `${torch}/torch-2.9.1+computecanada.dist-info/METADATA`,
        kind: 'resource',
      },
    ]);
    expect(last?.relatedLocations?.[0]).toMatchObject({
      id: 1,
      physicalLocation: { artifactLocation: { uri: torchUri } },
    });
    const file = 'torch-2.9.1+computecanada-cp312-cp312-linux_x86_64.whl';
    expect(last?.message).toEqual({
      id: 'requiredAtRecipe',
      arguments: [file, 'nvidia-cublas-cu12==12.8.4.1'],
      text: `['${file}'](1): ${usual.at(-1)?.message}`,
    });
    const rule = tool.driver.rules?.find(({ id }) => id === 'WHL501');
    expect(rule?.messageStrings?.requiredAtRecipe?.text).toBe(
      "['{0}'](1): '{1}' pulls CUDA libraries from an index, '{1}' is not met by a module.",
    );
    expect(artifacts?.filter(({ location }) => location?.uri === 'config/torch.sh')).toHaveLength(1);
  });

  test('one that lies outside the repository is no place', async () => {
    const outside = { ...recipe, path: '../../elsewhere/torch.sh' };
    const scanning = { category: undefined, recipes: new Map([[torch, outside]]), excerpts: new Map() };
    const { results } = await run(result(atLines), context({ repository, scanning }));
    expect(results?.[0]?.locations?.[0]?.physicalLocation?.artifactLocation?.uri).toBe(torchUri);
  });

  test('the link to the wheel is the only link, whatever the wheel is called', async () => {
    const recipes = new Map(hostile.map(({ wheel }) => [wheel, recipe]));
    const scanning = { category: undefined, recipes, excerpts: new Map() };
    const { results = [] } = await run(hostileResult, context({ scanning, repository }));
    expect(results).toHaveLength(hostile.length);
    for (const { message } of results) {
      expect(message.text?.match(/\]\(/g)).toHaveLength(1);
      expect(message.text).toMatch(/^\['evil-1\.0-py3-none-any\.whl'\]\(1\): /);
    }
  });
});

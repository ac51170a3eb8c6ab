import { expect, test } from 'vitest';
import { gitlab } from '../../src/report/gitlab.ts';
import { context, hostileResult, manyFindings, result, unchecked, usual } from './samples.ts';
import { schemaProblems } from './support/schemas.ts';

const schema = 'gitlab-code-quality.schema.json';
const repository = { folder: 'wheelhouse/new', url: undefined, revision: undefined, branch: undefined };

test('a violation', async () => {
  const report = JSON.parse(await gitlab(result(usual.slice(-1)), context({ repository })));
  expect(report).toEqual([
    {
      description: `${usual.at(-1)?.message} (torch-2.9.1+computecanada.dist-info/METADATA:27)`,
      check_name: 'WHL501 nvidia-requirement',
      fingerprint: usual.at(-1)?.fingerprint,
      severity: 'minor',
      location: {
        path: 'wheelhouse/new/wheels/torch-2.9.1+computecanada-cp312-cp312-linux_x86_64.whl',
        lines: { begin: 1 },
      },
    },
  ]);
});

test.each([
  ['nothing', result([])],
  ['1,000 findings', result(manyFindings(1000))],
  ['hostile names', hostileResult],
])('%s: the report has the form that GitLab reads', async (_name, given) => {
  expect(schemaProblems(schema, JSON.parse(await gitlab(given, context())))).toEqual([]);
});

test('the schema does complain', async () => {
  const [first] = JSON.parse(await gitlab(result(usual), context()));
  expect(schemaProblems(schema, [{ ...first, severity: 'error' }])).not.toEqual([]);
  expect(schemaProblems(schema, [{ ...first, fingerprint: undefined }])).not.toEqual([]);
});

test('what was not checked is said aloud, for the report has no place for it', async () => {
  const said: string[] = [];
  await gitlab(result([], { unchecked }), context({ notice: (sentence) => void said.push(sentence) }));
  expect(said).toEqual([
    "6 projects and 1 folder could not be checked completely, and GitLab's code quality report has no place for that.",
  ]);
});

import * as v from 'valibot';
import { parse } from 'valibot';
import { describe, expect, test } from 'vitest';
import { optionsFor, withProjects } from '../../src/engine/project-options.ts';
import { loadText } from '../config/load.ts';
import { factsOf } from '../support/facts.ts';

const schema = withProjects({
  max: v.optional(v.pipe(v.string(), v.transform(Number)), '3'),
  allow: v.optional(v.array(v.string()), []),
});

async function of(filename: string, options: unknown) {
  const { max, allow } = optionsFor(parse(schema, options), await factsOf(filename));
  return { max, allow };
}

describe('options of single projects', () => {
  const options = { max: '5', projects: { 'Torch.Geo': { allow: ['x'] }, demo: { max: '7' } } };

  test.each([
    ['torch_geo-1.0-py3-none-any.whl', { max: 5, allow: ['x'] }],
    ['demo-1.0-py3-none-any.whl', { max: 7, allow: [] }],
    ['other-1.0-py3-none-any.whl', { max: 5, allow: [] }],
    ['no wheel.whl', { max: 5, allow: [] }],
  ])('of %s', async (filename, expected) => {
    expect(await of(filename, options)).toEqual(expected);
  });

  test('are the defaults where none are given', async () => {
    expect(await of('demo-1.0-py3-none-any.whl', {})).toEqual({ max: 3, allow: [] });
  });

  test.each(['__proto__', 'constructor'])('of a project that is called %s', async (name) => {
    const text = `{ "projects": { "${name}": { "max": "9" } } }`;
    expect(await of('demo-1.0-py3-none-any.whl', JSON.parse(text))).toEqual({ max: 3, allow: [] });
  });
});

describe('a mistake is told', () => {
  test.each([
    [
      'large-wheel = { projects = { torch = { mx = 1 } } }',
      "The rule 'large-wheel' has no option 'projects.torch.mx'. Did you mean 'max'?",
    ],
    [
      'large-wheel = { max = "many" }',
      "The option 'max' of the rule 'large-wheel' does not fit: a size is written 100 MB, 1.5 GiB or none.",
    ],
    [
      'large-wheel = { projects = { torch = { max = "2 GX" } } }',
      "The option 'projects.torch.max' of the rule 'large-wheel' does not fit: a size is written 100 MB, 1.5 GiB or none.",
    ],
    [
      'many-files = { projects = { torch = 3 } }',
      "The option 'projects.torch' of the rule 'many-files' has to be a table, not 3.",
    ],
    [
      'large-wheel = { project = {} }',
      "The rule 'large-wheel' has no option 'project'. Did you mean 'projects'?",
    ],
  ])('%s', async (line, message) => {
    await expect(loadText(`[rules]\n${line}`)).rejects.toThrow(message);
  });
});

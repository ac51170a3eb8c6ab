import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { parse } from 'smol-toml';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { configDescriptions } from '../../scripts/config-descriptions.ts';
import { jsonSchema } from '../../scripts/json-schema.ts';
import { complaint } from './load.ts';

const root = new URL('../../', import.meta.url);
const schema = JSON.parse(readFileSync(new URL('docs/wheelhouse-lint.schema.json', root), 'utf8'));
const validate = new Ajv({ allErrors: true }).compile(schema);

/** As an editor sees it: dates are texts. */
const accepts = (toml: string): boolean => validate(JSON.parse(JSON.stringify(parse(toml))));

test('the example configuration fits', () => {
  const text = readFileSync(new URL('fixtures/example/wheelhouse-lint.toml', root), 'utf8');
  expect(accepts(text), JSON.stringify(validate.errors)).toBe(true);
});

test('every example of the guide to the configuration fits', () => {
  const guide = readFileSync(new URL('docs/configuration.md', root), 'utf8');
  const examples = Array.from(guide.matchAll(/```toml\n(.*?)```/gs), ([, toml = '']) => toml);
  expect(examples.length).toBeGreaterThan(5);
  for (const example of examples) {
    expect(accepts(example), `${example}${JSON.stringify(validate.errors)}`).toBe(true);
  }
});

test("every page's own configuration fits", () => {
  const names: string[] = Object.keys(schema.definitions);
  expect(names.length).toBeGreaterThan(15);
  for (const name of names) {
    const page = readFileSync(new URL(`docs/rules/${name}.md`, root), 'utf8');
    const [, toml = ''] = /## Configuration\n\n```toml\n(.*?)```/s.exec(page) ?? [];
    expect(accepts(toml), `${toml}${JSON.stringify(validate.errors)}`).toBe(true);
  }
});

describe('what it accepts and refuses is what the program does', () => {
  test.each([
    [true, ''],
    [true, 'label = "mysite"\npreset = "strict"'],
    [false, 'preset = "stric"'],
    [false, 'colour = "red"'],
    [true, 'index = []'],
    [true, '[[index]]\nurl = "https://a.example/simple"\napi = "simple"'],
    [false, '[[index]]\napi = "simple"'],
    [false, '[[index]]\nurl = ""'],
    [false, '[[index]]\nurl = "https://a.example"\napi = "json"'],
    [true, '[[credentials]]\nurl = "https://a.example/"\npassword-env = "TOKEN"'],
    [false, '[[credentials]]\nurl = "https://a.example/"\npassword-env = "a-b"'],
    [true, '[[stack]]\nname = "a"\nfind-links = ["x"]'],
    [false, '[[stack]]\nname = "a"\nfind-links = []'],
    [false, '[[stack]]\nname = "a"\nfind-links = "x"'],
    [true, '[target]\nmanylinux = false\npython = ["3.11"]'],
    [false, '[target]\nmanylinux = "no"'],
    [true, 'suppressions = "known.json"'],
    [false, 'suppressions = ""'],
    [true, '[rules]\nsame-filename = "error"\nWHL102 = "off"\nWHL4 = "info"'],
    [false, '[rules]\nsame-filenam = "error"'],
    [false, '[rules]\nsame-filename = "fatal"'],
    [false, '[rules]\nsame-filename = 3'],
    [true, '[rules]\nnative-in-any = { severity = "info", allow = ["*.so"] }'],
    [false, '[rules]\nnative-in-any = { severity = "info", allow = "*.so" }'],
    [false, '[rules]\nnative-in-any = { severity = "info", alow = ["*.so"] }'],
    [true, '[[ignore]]\nrule = "WHL101"\nwheel = "a*"\nreason = "b"\nuntil = 2027-01-31'],
    [true, '[[ignore]]\nrule = "WHL101"\nwheel = "a*"\nreason = "b"\nuntil = "2027-01-31"'],
    [false, '[[ignore]]\nrule = "WHL101"\nwheel = "a*"'],
  ])('%s for %j', async (expected, toml) => {
    expect(accepts(toml)).toBe(expected);
    const said = await complaint(toml).catch(() => undefined);
    expect(said === undefined, said).toBe(expected);
  });
});

test('every key has a description for editors', () => {
  const missing: string[] = [];
  const walk = (properties: Readonly<Record<string, unknown>>, path: string): void => {
    for (const [key, value] of Object.entries(properties)) {
      if (configDescriptions[path + key] === undefined) missing.push(path + key);
      const { properties: below, items } = Object(value);
      if (path + key === 'rules') continue;
      if (below !== undefined) walk(below, `${path}${key}.`);
      else if (items?.properties !== undefined) walk(items.properties, `${path}${key}[].`);
    }
  };
  walk(schema.properties, '');
  expect(missing).toEqual([]);
});

test('numbers, records and defaults are carried over', () => {
  const options = v.strictObject({
    most: v.pipe(
      v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(9)), 3),
      v.description('The most.'),
    ),
    families: v.optional(v.record(v.string(), v.array(v.string())), {}),
    place: v.lazy((input) => (typeof input === 'string' ? v.string() : v.array(v.string()))),
  });
  expect(jsonSchema(options)).toEqual({
    type: 'object',
    properties: {
      most: { description: 'The most.', type: 'integer', minimum: 1, maximum: 9, default: 3 },
      families: { type: 'object', additionalProperties: { type: 'array', items: { type: 'string' } } },
      place: { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] },
    },
    required: ['place'],
    additionalProperties: false,
  });
});

test('a part of the schema library that is not known is an error', () => {
  expect(() => jsonSchema(v.bigint())).toThrow("does not know the schema 'bigint'");
});

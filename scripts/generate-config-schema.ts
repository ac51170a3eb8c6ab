import { rules } from '../rules/index.ts';
import { configSchema, severitySchema } from '../src/config/schema.ts';
import type { Rule } from '../src/engine/rule.ts';
import { schemaUrl, tool } from '../src/tool.ts';
import { configDescriptions } from './config-descriptions.ts';
import { type JsonSchema, jsonSchema } from './json-schema.ts';

/** The JSON Schema of the configuration, for editors: keys, and rules with their own options. */
export function configJsonSchema(): string {
  const { properties, ...rest } = jsonSchema(configSchema);
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: schemaUrl,
    title: 'wheelhouse-lint.toml',
    description: `The configuration of ${tool.name}, or its table [tool.${tool.name}] in pyproject.toml.`,
    ...rest,
    properties: described({ ...(isTable(properties) && properties), rules: rulesSchema() }, ''),
    definitions: Object.fromEntries(rules.map((rule) => [rule.name, ruleSchema(rule)])),
  };
  return `${JSON.stringify(schema, undefined, 2)}\n`;
}

/** Names and codes of rules, in the spelling of the documentation, and starts of codes. */
function rulesSchema(): JsonSchema {
  const severities = jsonSchema(severitySchema);
  const reference = ({ name }: Rule) => ({ $ref: `#/definitions/${name}` });
  return {
    type: 'object',
    properties: Object.fromEntries(
      rules.flatMap((rule) => [
        [rule.name, reference(rule)],
        [rule.code, reference(rule)],
      ]),
    ),
    patternProperties: {
      '^WHL\\d{1,2}$': { anyOf: [severities, { type: 'object', properties: { severity: severities } }] },
    },
    additionalProperties: false,
  };
}

function ruleSchema({ code, severity, offByDefault, docs, optionsSchema }: Rule): JsonSchema {
  const options = jsonSchema(optionsSchema);
  const severities = jsonSchema(severitySchema);
  const table = {
    ...options,
    properties: { severity: severities, ...(isTable(options.properties) ? options.properties : {}) },
  };
  return {
    description: `${code}: ${docs.summary} Default: ${offByDefault === true ? 'off' : severity}.`,
    anyOf: [severities, table],
  };
}

/** Puts the descriptions in, down to the tables of lists. */
function described(properties: JsonSchema, path: string): JsonSchema {
  return Object.fromEntries(
    Object.entries(properties).map(([key, value]) => {
      if (!isTable(value)) return [key, value];
      const description = configDescriptions[path + key];
      return [key, { ...(description !== undefined && { description }), ...inside(value, path + key) }];
    }),
  );
}

function inside(value: JsonSchema, path: string): JsonSchema {
  if (path === 'rules') return value;
  const { properties, items } = value;
  if (isTable(properties)) return { ...value, properties: described(properties, `${path}.`) };
  if (!isTable(items) || !isTable(items.properties)) return value;
  return { ...value, items: { ...items, properties: described(items.properties, `${path}[].`) } };
}

function isTable(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

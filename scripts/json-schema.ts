import { type GenericSchema, getDefault, getDescription } from 'valibot';

/** A JSON Schema, as far as we write one. */
export type JsonSchema = { readonly [key: string]: unknown };

/**
 * A valibot schema as JSON Schema (draft-07), of what goes in: for the parts of valibot that configuration and rules use.
 * Checks that are functions have no words there, and are left out.
 * @throws {Error} for a part that is not known yet: add it here
 */
export function jsonSchema(schema: GenericSchema): JsonSchema {
  const description = getDescription(schema);
  return {
    ...(description !== undefined && { description }),
    ...typeOf(schema),
    ...actionsOf(schema),
    ...defaultOf(schema),
  };
}

function typeOf(schema: GenericSchema): JsonSchema {
  switch (schema.type) {
    case 'string':
    case 'boolean':
    case 'number':
      return { type: schema.type };
    case 'date':
      // TOML has dates; JSON Schema sees them as texts.
      return { type: 'string' };
    case 'picklist':
      return { enum: 'options' in schema ? schema.options : [] };
    case 'array':
      return { type: 'array', items: part(schema, 'item') };
    case 'record':
      return { type: 'object', additionalProperties: part(schema, 'value') };
    case 'strict_object':
    case 'loose_object':
      return objectOf(schema, schema.type === 'strict_object');
    case 'optional':
      return part(schema, 'wrapped');
    case 'union':
      return oneOrAny('options' in schema && Array.isArray(schema.options) ? schema.options : []);
    case 'lazy':
      return lazily(schema);
    default:
      throw new Error(`scripts/json-schema.ts does not know the schema '${schema.type}'`);
  }
}

function objectOf(schema: GenericSchema, isStrict: boolean): JsonSchema {
  const entries = 'entries' in schema ? Object.entries(schema.entries ?? {}) : [];
  const properties = entries.map(([key, entry]): [string, GenericSchema] => [key, schemaOf(entry)]);
  const required = properties.filter(([, entry]) => entry.type !== 'optional').map(([key]) => key);
  return {
    type: 'object',
    properties: Object.fromEntries(properties.map(([key, entry]) => [key, jsonSchema(entry)])),
    ...(required.length > 0 && { required }),
    ...(isStrict && { additionalProperties: false }),
  };
}

/** Asked with each kind of value that it may choose by. */
function lazily(schema: GenericSchema): JsonSchema {
  const getter = 'getter' in schema ? schema.getter : undefined;
  if (typeof getter !== 'function') throw new Error('a lazy schema has no getter');
  return oneOrAny(['', {}, []].map((input): unknown => getter(input)));
}

function oneOrAny(options: readonly unknown[]): JsonSchema {
  const schemas = options.map((option) => jsonSchema(schemaOf(option)));
  const different = [...new Map(schemas.map((one) => [JSON.stringify(one), one])).values()];
  const [only, another] = different;
  return only !== undefined && another === undefined ? only : { anyOf: different };
}

/** What the actions of a pipe add. */
function actionsOf(schema: GenericSchema): JsonSchema {
  const pipe = 'pipe' in schema && Array.isArray(schema.pipe) ? schema.pipe : [];
  const [first, ...actions]: unknown[] = pipe;
  const isArray = isSchema(first) && first.type === 'array';
  return Object.assign({}, ...actions.map((action) => (isSchema(action) ? {} : actionOf(action, isArray))));
}

function actionOf(action: unknown, isArray: boolean): JsonSchema {
  if (typeof action !== 'object' || action === null || !('type' in action)) return {};
  const requirement = 'requirement' in action ? action.requirement : undefined;
  switch (action.type) {
    case 'non_empty':
      return isArray ? { minItems: 1 } : { minLength: 1 };
    case 'regex':
      return requirement instanceof RegExp ? { pattern: requirement.source } : {};
    case 'min_value':
      return { minimum: requirement };
    case 'max_value':
      return { maximum: requirement };
    case 'integer':
    case 'safe_integer':
      return { type: 'integer' };
    default:
      return {};
  }
}

function defaultOf(schema: GenericSchema): JsonSchema {
  if (schema.type !== 'optional') return {};
  const value: unknown = getDefault(schema);
  const isPlain = typeof value !== 'object' || value === null || Object.keys(value).length > 0;
  return value === undefined || !isPlain ? {} : { default: value };
}

function part(schema: GenericSchema, key: 'item' | 'value' | 'wrapped'): JsonSchema {
  const found = Object.entries(schema).find(([name]) => name === key)?.[1];
  return jsonSchema(schemaOf(found));
}

function schemaOf(value: unknown): GenericSchema {
  if (isSchema(value)) return value;
  throw new Error('a part of a schema is none');
}

function isSchema(value: unknown): value is GenericSchema {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'schema';
}

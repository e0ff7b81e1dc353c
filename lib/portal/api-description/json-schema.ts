import { z } from 'zod';
import { COMPONENT_NAMES, type ComponentName, componentRegistry } from './components';
import { FIELD_NOTES } from './field-notes';

/** JSON Schema (draft 2020-12) as OpenAPI 3.1 takes it. */
export interface JsonSchema {
  $ref?: string;
  type?: string | string[];
  description?: string;
  format?: string;
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: boolean | JsonSchema;
  propertyNames?: JsonSchema;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  [keyword: string]: unknown;
}

const REFERENCE = '#/components/schemas/';

/** The component that a schema refers to; undefined when it is no reference. */
export function referredComponent({ $ref }: JsonSchema): ComponentName | undefined {
  return COMPONENT_NAMES.find((name) => $ref === REFERENCE + name);
}

export function referenceTo(name: ComponentName): JsonSchema {
  return { $ref: REFERENCE + name };
}

/** Every component as what the API answers with, by name. */
export function componentSchemas(): Record<ComponentName, JsonSchema> {
  const { schemas } = z.toJSONSchema(componentRegistry, {
    io: 'output',
    unrepresentable: 'any',
    uri: (id) => REFERENCE + id,
  });
  const entries = COMPONENT_NAMES.map((name) => [name, readable(schemas[name] as JsonSchema, name)]);
  return Object.fromEntries(entries) as Record<ComponentName, JsonSchema>;
}

/** What an operation takes (`input`) or gives (`output`), by the schema that validates it; `context` is its id. */
export function schemaFor(schema: z.ZodType, io: 'input' | 'output', context: string): JsonSchema {
  return readable(z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as JsonSchema, context);
}

/** Without what says nothing (patterns of known formats, bounds of safe integers), with the note of every field. */
function readable(schema: JsonSchema, context: string): JsonSchema {
  const { $schema: _dialect, $id: _id, pattern, ...rest } = schema;
  const plain: JsonSchema = { ...rest, ...(pattern !== undefined && !rest.format && { pattern }) };
  if (plain.maximum === Number.MAX_SAFE_INTEGER) delete plain.maximum;
  if (plain.minimum === Number.MIN_SAFE_INTEGER) delete plain.minimum;
  if (plain.properties) {
    plain.properties = Object.fromEntries(
      Object.entries(plain.properties).map(([name, field]) => [name, noted(readable(field, name), name, context)]),
    );
  }
  if (plain.items) plain.items = readable(plain.items, context);
  if (plain.anyOf) plain.anyOf = plain.anyOf.map((one) => readable(one, context));
  if (plain.propertyNames) plain.propertyNames = readable(plain.propertyNames, context);
  if (typeof plain.additionalProperties === 'object') {
    plain.additionalProperties = readable(plain.additionalProperties, context);
  }
  return plain;
}

function noted(field: JsonSchema, name: string, context: string): JsonSchema {
  const note = field.description ?? FIELD_NOTES[`${context}.${name}`] ?? FIELD_NOTES[name];
  return note === undefined ? field : { ...field, description: note };
}

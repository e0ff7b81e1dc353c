/** An example of what a schema describes: the same one every time, for people to read and for tests to check. */
import type { ComponentName } from './components';
import { FIELD_EXAMPLES } from './field-examples';
import { type JsonSchema, referredComponent } from './json-schema';

const MOMENT = '2020-10-12T09:30:00.000Z';

/** An example of `schema`; `context` is the component or operation it stands in, `components` what references lead to. */
export function exampleOf(
  schema: JsonSchema,
  context: string,
  components: Readonly<Record<ComponentName, JsonSchema>>,
): unknown {
  const referred = referredComponent(schema);
  if (referred) return FIELD_EXAMPLES[referred] ?? exampleOf(components[referred], referred, components);
  if (schema.properties) return exampleOfFields(schema.properties, context, components);
  if (schema.items) return [exampleOf(schema.items, context, components)];
  const first = schema.anyOf?.[0] ?? schema.oneOf?.[0];
  if (first) return exampleOf(first, context, components);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  return exampleOfType(schema);
}

function exampleOfFields(
  fields: Readonly<Record<string, JsonSchema>>,
  context: string,
  components: Readonly<Record<ComponentName, JsonSchema>>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => {
      const own = FIELD_EXAMPLES[`${context}.${name}`];
      if (own !== undefined) return [name, own];
      const known = isWhole(field) ? undefined : FIELD_EXAMPLES[name];
      return [name, known !== undefined ? known : exampleOf(field, name, components)];
    }),
  );
}

/** Whether the example of a field comes from its parts and not from its name. */
function isWhole(field: JsonSchema): boolean {
  const isObject = [field, field.items, ...(field.anyOf ?? [])].some((one) => one?.properties !== undefined);
  return isObject || field.$ref !== undefined;
}

function exampleOfType({ type, format }: JsonSchema): unknown {
  const plain = Array.isArray(type) ? type[0] : type;
  if (format === 'uuid') return FIELD_EXAMPLES.id;
  if (format === 'date-time') return MOMENT;
  if (format === 'date') return '2020-10-12';
  if (plain === 'integer' || plain === 'number') return 1;
  if (plain === 'boolean') return false;
  if (plain === 'object') return {};
  return plain === 'string' ? 'текст' : null;
}

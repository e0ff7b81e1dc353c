/** A JSON Schema as rows of a table for people. */
import { type JsonSchema, referredComponent } from './json-schema';
import type { Parameter } from './parameters';
import type { ApiField } from './views';

const TYPES: Readonly<Record<string, string>> = {
  string: 'строка',
  integer: 'целое',
  number: 'число',
  boolean: 'да/нет',
  null: 'null',
  object: 'объект',
  array: 'список',
};
const FORMATS: Readonly<Record<string, string>> = { uuid: 'UUID', date: 'дата', 'date-time': 'время', email: 'адрес' };

/** The fields of an object, nested ones after their owner. */
export function fieldsOf(schema: JsonSchema, prefix = ''): ApiField[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const own = `${prefix}${name}`;
    const [nested, inside] = insideOf(field, own);
    return [
      {
        name: own,
        type: typeInWords(field),
        component: componentIn(field),
        required: schema.required?.includes(name) ?? false,
        note: field.description ?? '',
      },
      ...fieldsOf(nested, inside),
    ];
  });
}

export function fieldOfParameter({ name, required, description, schema }: Parameter): ApiField {
  return { name, type: typeInWords(schema), component: null, required, note: noteWithDefault(description, schema) };
}

function noteWithDefault(note: string, schema: JsonSchema): string {
  return schema.default === undefined ? note : `${note} Без него — ${String(schema.default)}.`;
}

/** What stands inside of a field, and how its fields are named from outside. */
function insideOf(field: JsonSchema, name: string): [JsonSchema, string] {
  if (field.items) return [field.items, `${name}[].`];
  if (typeof field.additionalProperties === 'object') return [field.additionalProperties, `${name}.*.`];
  const object = field.anyOf?.find((one) => one.properties);
  return [object ?? field, `${name}.`];
}

function componentIn(field: JsonSchema): string | null {
  return referredComponent(field) ?? (field.items && referredComponent(field.items)) ?? null;
}

/** «строка», «список: UUID», «"yes" | "no"», «целое или null». */
export function typeInWords(schema: JsonSchema): string {
  const component = referredComponent(schema);
  if (component) return component;
  if (schema.anyOf) return [...new Set(schema.anyOf.map(typeInWords))].join(' или ');
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  if (schema.items) return `список: ${typeInWords(schema.items)}`;
  if (typeof schema.additionalProperties === 'object' && Object.keys(schema.additionalProperties).length > 0) {
    return `по ключам: ${typeInWords(schema.additionalProperties)}`;
  }
  if (schema.format && FORMATS[schema.format]) return FORMATS[schema.format] ?? '';
  const types = Array.isArray(schema.type) ? schema.type : [schema.type ?? ''];
  return types.map((type) => TYPES[type] ?? 'любое').join(' или ');
}

/** What is sent and what comes back, as the media types of OpenAPI. */

import type { z } from 'zod';
import { pageSchema } from './answers';
import { type ComponentName, componentOf } from './components';
import { exampleOf } from './example';
import { type JsonSchema, referenceTo, schemaFor } from './json-schema';
import type { Answer, Body } from './operation';

export interface MediaType {
  schema: JsonSchema;
  example?: unknown;
}

type Components = Readonly<Record<ComponentName, JsonSchema>>;
type Content = Record<string, MediaType>;

/** The status of a success. */
export function statusOf(answer: Answer): 200 | 201 | 204 {
  if (answer === 'nothing') return 204;
  return 'item' in answer ? (answer.status ?? 200) : 200;
}

/** The answer's contents by media type; null when it has none. `context` is the id of the operation. */
export function contentOfAnswer(answer: Answer, context: string, components: Components): Content | null {
  if (answer === 'nothing') return null;
  if ('file' in answer) return binary(answer.file);
  return { 'application/json': withExample(schemaOfAnswer(answer, context), context, components) };
}

/** The body's contents by media type. */
export function contentOfBody(body: Body, context: string, components: Components): Content {
  if ('json' in body) {
    return { 'application/json': withExample(schemaFor(body.json, 'input', context), context, components) };
  }
  if ('form' in body) {
    const { properties, required = [], ...schema } = schemaFor(body.form, 'input', context);
    const file: JsonSchema = { type: 'string', contentMediaType: 'application/octet-stream', description: body.file };
    const form = { ...schema, properties: { ...properties, file }, required: [...required, 'file'] };
    return { 'multipart/form-data': { schema: form } };
  }
  const { 'multipart/form-data': form, ...files } = binary(body.file);
  if (!form) return files;
  const file: JsonSchema = { type: 'string', contentMediaType: 'application/octet-stream', description: body.note };
  return { ...files, 'multipart/form-data': { schema: { type: 'object', properties: { file }, required: ['file'] } } };
}

function schemaOfAnswer(answer: Exclude<Answer, 'nothing' | { file: readonly string[] }>, context: string): JsonSchema {
  if ('either' in answer) return { oneOf: answer.either.map((one) => schemaOf(one, context)) };
  if ('item' in answer) return schemaOf(answer.item, context);
  const page = schemaFor(pageSchema(answer.page), 'output', context);
  return {
    ...page,
    properties: { ...page.properties, items: { ...page.properties?.items, items: schemaOf(answer.page, context) } },
  };
}

function schemaOf(schema: z.ZodType, context: string): JsonSchema {
  const name = componentOf(schema);
  return name ? referenceTo(name) : schemaFor(schema, 'output', context);
}

function withExample(schema: JsonSchema, context: string, components: Components): MediaType {
  return { schema, example: exampleOf(schema, context, components) };
}

/** OpenAPI 3.1: an empty schema stands for bytes. */
function binary(mediaTypes: readonly string[]): Content {
  return Object.fromEntries(mediaTypes.map((mediaType) => [mediaType, { schema: {} }]));
}

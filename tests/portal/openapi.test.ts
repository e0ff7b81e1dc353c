import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { problem } from '@/app/api/problem';
import { GET } from '@/app/api/v1/openapi.json/route';
import { COMPONENTS } from '@/lib/portal/api-description/components';
import { contentOfAnswer, contentOfBody } from '@/lib/portal/api-description/contents';
import { openApiDocument } from '@/lib/portal/api-description/document';
import { exampleOf } from '@/lib/portal/api-description/example';
import { componentSchemas, type JsonSchema } from '@/lib/portal/api-description/json-schema';
import type { Operation } from '@/lib/portal/api-description/operation';
import { OPERATION_GROUPS } from '@/lib/portal/api-description/operations';
import { parametersOf } from '@/lib/portal/api-description/parameters';
import { PROBLEMS, problemSchema } from '@/lib/portal/api-description/problems';
import { apiReference } from '@/lib/portal/api-description/queries';
import { everyDoor } from '../access/route-files';

const operations: Operation[] = OPERATION_GROUPS.flatMap((group) => group.operations);
const components = componentSchemas();

/** Every field of a schema with where it stands. */
function fieldsIn(schema: JsonSchema, at: string): { at: string; field: JsonSchema }[] {
  const inside = [
    schema.items,
    ...(schema.anyOf ?? []),
    typeof schema.additionalProperties === 'object' ? schema.additionalProperties : undefined,
  ].filter((one) => one !== undefined);
  return [
    ...Object.entries(schema.properties ?? {}).flatMap(([name, field]) => [
      { at: `${at}.${name}`, field },
      ...fieldsIn(field, `${at}.${name}`),
    ]),
    ...inside.flatMap((one) => fieldsIn(one, at)),
  ];
}

/** What the schema makes of a value must be the value: nothing is missing, wrong or unknown to it. */
function expectFits(schema: z.ZodType, value: unknown, what: string): void {
  const parsed = schema.safeParse(value);
  expect(parsed.error?.issues, what).toBeUndefined();
  expect(parsed.data, what).toEqual(value);
}

describe('the description of the API', () => {
  it('names every address and method that there is, and no other', async () => {
    const doors = (await everyDoor()).map(({ name }) => name);
    expect(doors.length).toBeGreaterThan(30);
    expect(operations.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(doors);
  });

  it('is valid OpenAPI 3.1', async () => {
    const validator = new Validator();
    const { valid, errors } = await validator.validate(structuredClone(openApiDocument()));
    expect(errors ?? []).toEqual([]);
    expect(valid).toBe(true);
    expect(validator.version).toBe('3.1');
  });

  it('refers to nothing that is not there', () => {
    const document = openApiDocument();
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path = '']) => path);
    expect(references.length).toBeGreaterThan(50);
    for (const path of new Set(references)) {
      const found = path.split('/').reduce<unknown>((at, name) => (at as Record<string, unknown>)?.[name], document);
      expect(found, path).toBeDefined();
    }
  });

  it('names every operation once and tells each field, parameter and reason of refusal in Russian', () => {
    expect(new Set(operations.map(({ id }) => id)).size).toBe(operations.length);
    for (const operation of operations) {
      expect(operation.summary, operation.id).toMatch(/^[А-ЯЁ].*[^.]$/);
      for (const { name, description } of parametersOf(operation)) {
        expect(description, `${operation.id} ?${name}`).toMatch(/[а-яё].*\.$/i);
      }
    }
    const bodies = operations.flatMap(({ id, body }) =>
      body && 'json' in body ? [[id, contentOfBody(body, id, components)['application/json']?.schema] as const] : [],
    );
    const fields = [...Object.entries(components), ...bodies].flatMap(([at, schema]) => fieldsIn(schema ?? {}, at));
    const unexplained = fields.filter(({ field }) => !/[а-яё].*\.$/i.test(field.description ?? ''));
    expect(unexplained.map(({ at }) => at)).toEqual([]);
  });

  it('takes ids for ids: what is named so in an address is a UUID', () => {
    for (const operation of operations) {
      for (const parameter of parametersOf(operation).filter((one) => one.in === 'path')) {
        expect(parameter.schema.format, operation.path).toBe(/^id$|Id$/.test(parameter.name) ? 'uuid' : undefined);
      }
    }
  });

  it.each(operations.filter(({ body }) => body !== undefined && 'json' in body))(
    '$id: the example would be taken',
    ({ id, body }) => {
      if (!body || !('json' in body)) throw new Error('no JSON');
      const example = contentOfBody(body, id, components)['application/json']?.example;
      expect(body.json.safeParse(example).error?.issues).toBeUndefined();
    },
  );

  it.each(operations.filter(({ answer }) => answer !== 'nothing' && !('file' in answer)))(
    '$id: the example is what could come back',
    ({ id, answer }) => {
      if (answer === 'nothing' || 'file' in answer) throw new Error('no JSON');
      const example = contentOfAnswer(answer, id, components)?.['application/json']?.example;
      if ('page' in answer) {
        expect(example).toMatchObject({ page: 1, pageSize: 50, total: 1 });
        expectFits(answer.page, (example as { items: unknown[] }).items[0], id);
      } else if ('item' in answer) expectFits(answer.item, example, id);
      else expect(answer.either.some((one) => one.safeParse(example).success)).toBe(true);
    },
  );

  it('has an example of every thing that fits its schema', () => {
    for (const [name, { schema }] of Object.entries(COMPONENTS)) {
      expectFits(schema, exampleOf({ $ref: `#/components/schemas/${name}` }, name, components), name);
    }
  });

  it('tells refusals as they are sent', async () => {
    for (const code of Object.keys(PROBLEMS) as (keyof typeof PROBLEMS)[]) {
      const sent = problem({ code, detail: 'Что случилось.', errors: [{ path: 'a', message: 'Что не так.' }] });
      expect(sent.headers.get('content-type')).toMatch('application/problem+json');
      const body = problemSchema.parse(await sent.json());
      expect(body).toMatchObject({ status: PROBLEMS[code].status, title: PROBLEMS[code].title });
    }
  });

  it('is given to whoever asks', async () => {
    const answer = GET();
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(await answer.json()).toEqual(JSON.parse(JSON.stringify(openApiDocument())));
  });
});

describe('the readable page', () => {
  const reference = apiReference('https://moc.example.ru');

  it('shows every operation with a call to copy', () => {
    const shown = reference.groups.flatMap((group) => group.operations);
    expect(shown.map(({ id }) => id)).toEqual(operations.map(({ id }) => id));
    for (const { curl, path, method, refusals, who } of shown) {
      expect(curl).toContain('https://moc.example.ru/api/v1/');
      expect(curl.includes(`-X ${method}`)).toBe(method !== 'GET');
      expect(path.startsWith('/api/v1/')).toBe(true);
      expect(who).toMatch(/[а-яё]/);
      expect(refusals.every(({ status, when }) => status >= 400 && when !== '')).toBe(true);
    }
  });

  it('leads from a thing to its fields', () => {
    const names = new Set(reference.components.map(({ name }) => name));
    for (const { component } of reference.groups.flatMap((group) => group.operations.map(({ answer }) => answer))) {
      if (component) expect(names).toContain(component);
    }
    const card = reference.components.find(({ name }) => name === 'Card');
    expect(card?.fields).toContainEqual({
      name: 'score',
      type: 'Score',
      component: 'Score',
      required: true,
      note: 'Сумма отрицательных критериев и из чего она сложилась.',
    });
  });
});

/** OpenAPI 3.1 of /api/v1, from the schemas that validate its calls. */
import { COMPONENT_NAMES, COMPONENTS, type ComponentName } from './components';
import { contentOfAnswer, contentOfBody, statusOf } from './contents';
import { INTRODUCTION } from './introduction';
import { componentSchemas, type JsonSchema } from './json-schema';
import type { Operation } from './operation';
import { OPERATION_GROUPS } from './operations';
import { parametersOf } from './parameters';
import { refusalsOf } from './refusals';
import { rightsInWords, rightsOf } from './roles';

type Components = Readonly<Record<ComponentName, JsonSchema>>;
type Json = Record<string, unknown>;

const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'Любая строка до 200 знаков. Повторный вызов с тем же ключом отвечает тем же и ничего не делает дважды.',
  schema: { type: 'string', maxLength: 200 },
};

const SECURITY = {
  bearer: { type: 'http', scheme: 'bearer', description: 'Личный токен для программ, созданный в профиле.' },
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: 'next-auth.session-token',
    description: 'Сеанс портала по http. Вход: POST /api/auth/callback/credentials с csrfToken, email, password.',
  },
  secureSession: {
    type: 'apiKey',
    in: 'cookie',
    name: '__Secure-next-auth.session-token',
    description: 'Сеанс портала по https.',
  },
};

/** The document as it is served at /api/v1/openapi.json. */
export function openApiDocument(): Json {
  const components = componentSchemas();
  return {
    openapi: '3.1.1',
    info: {
      title: 'Портал муниципального образовательного центра',
      version: '1',
      description: INTRODUCTION.join('\n\n'),
    },
    servers: [{ url: '/api/v1' }],
    security: Object.keys(SECURITY).map((name) => ({ [name]: [] })),
    tags: OPERATION_GROUPS.map(({ title, about }) => ({ name: title, description: about })),
    paths: paths(components),
    components: {
      schemas: Object.fromEntries(
        COMPONENT_NAMES.map((name) => [name, { title: COMPONENTS[name].title, ...components[name] }]),
      ),
      parameters: { IdempotencyKey: IDEMPOTENCY_KEY },
      securitySchemes: SECURITY,
    },
  };
}

function paths(components: Components): Json {
  const all: Record<string, Json> = {};
  for (const { title, operations } of OPERATION_GROUPS) {
    for (const operation of operations) {
      all[operation.path] = {
        ...all[operation.path],
        [operation.method.toLowerCase()]: described(operation, title, components),
      };
    }
  }
  return all;
}

function described(operation: Operation, tag: string, components: Components): Json {
  const { id, summary, notes, may, body, answer, repeatable } = operation;
  const parameters = [
    ...parametersOf(operation),
    ...(repeatable ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : []),
  ];
  const content = contentOfAnswer(answer, id, components);
  return {
    operationId: id,
    tags: [tag],
    summary,
    description: [notes, `Кто может: ${rightsInWords(may)}.`].filter(Boolean).join('\n\n'),
    ...(may === null ? { security: [] } : { 'x-roles': rightsOf(may).map(({ role }) => role) }),
    ...(parameters.length > 0 && { parameters }),
    ...(body && { requestBody: { required: !takesNothing(operation), content: contentOfBody(body, id, components) } }),
    responses: {
      [statusOf(answer)]: { description: content ? 'Готово' : 'Готово, тела нет', ...(content && { content }) },
      ...problemsOf(operation),
    },
  };
}

/** Whether a call without a body is as good as one with an empty object. */
function takesNothing({ body }: Operation): boolean {
  return body !== undefined && 'json' in body && body.json.safeParse({}).success;
}

function problemsOf(operation: Operation): Json {
  const byStatus = Map.groupBy(refusalsOf(operation), ({ status }) => status);
  return Object.fromEntries(
    [...byStatus].map(([status, refusals]) => [
      status,
      {
        description: refusals.map(({ title, when }) => `${title}: ${when}.`).join(' '),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  );
}

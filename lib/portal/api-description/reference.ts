/** The API as people read it: /settings/api. */
import { COMPONENT_NAMES, COMPONENTS, type ComponentName, componentOf } from './components';
import { contentOfAnswer, contentOfBody, statusOf } from './contents';
import { curlOf } from './curl';
import { fieldOfParameter, fieldsOf } from './fields';
import { INTRODUCTION } from './introduction';
import { componentSchemas, type JsonSchema, schemaFor } from './json-schema';
import type { Answer, Body, Operation } from './operation';
import { OPERATION_GROUPS } from './operations';
import { parametersOf } from './parameters';
import { refusalsOf } from './refusals';
import { rightsInWords } from './roles';
import type { ApiOperation, ApiReference } from './views';

type Components = Readonly<Record<ComponentName, JsonSchema>>;

/** Every operation with what one must know to call it; `address` is the portal's, for examples. */
export function apiReference(address: string): ApiReference {
  const components = componentSchemas();
  return {
    introduction: INTRODUCTION,
    groups: OPERATION_GROUPS.map(({ operations, ...group }) => ({
      ...group,
      operations: operations.map((operation) => readableOperation(operation, address, components)),
    })),
    components: COMPONENT_NAMES.map((name) => ({
      name,
      title: COMPONENTS[name].title,
      fields: fieldsOf(components[name]),
    })),
  };
}

function readableOperation(operation: Operation, address: string, components: Components): ApiOperation {
  const { id, method, path, summary, notes, may, body, answer, repeatable = false } = operation;
  const sent = body && contentOfBody(body, id, components)['application/json'];
  const received = contentOfAnswer(answer, id, components)?.['application/json'];
  return {
    id,
    method,
    path: `/api/v1${path}`,
    summary,
    notes: notes ?? null,
    who: rightsInWords(may),
    parameters: parametersOf(operation).map(fieldOfParameter),
    body: body
      ? {
          fields: fieldsOf(schemaOfFields(body, id)),
          file: fileInWords(body),
        }
      : null,
    repeatable,
    curl: curlOf(operation, address, sent?.example),
    answer: {
      status: statusOf(answer),
      ...answerInWords(answer),
      example: received ? JSON.stringify(received.example, null, 2) : null,
    },
    refusals: refusalsOf(operation),
  };
}

function schemaOfFields(body: Body, id: string): JsonSchema {
  if ('file' in body && !('form' in body)) return {};
  return schemaFor('form' in body ? body.form : body.json, 'input', id);
}

function fileInWords(body: Body): string | null {
  if ('form' in body) return `Поле \`file\` формы multipart/form-data: ${body.file}`;
  return 'file' in body ? `${body.note} ${body.file.join(', ')}.` : null;
}

function answerInWords(answer: Answer): { what: string; component: string | null } {
  if (answer === 'nothing') return { what: 'без тела', component: null };
  if ('file' in answer) return { what: `файл: ${answer.file.join(', ')}`, component: null };
  if ('either' in answer) {
    return { what: answer.either.map((one) => componentOf(one) ?? 'объект').join(' или '), component: null };
  }
  const component = componentOf('page' in answer ? answer.page : answer.item) ?? null;
  return { what: 'page' in answer ? 'страница списка' : 'объект', component };
}

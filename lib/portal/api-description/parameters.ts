import { type JsonSchema, schemaFor } from './json-schema';
import { type Operation, pathParameters } from './operation';

export interface Parameter {
  name: string;
  in: 'path' | 'query';
  required: boolean;
  description: string;
  schema: JsonSchema;
}

/** What stands in braces, by the segment before it. */
const PATH_NOTES: Readonly<Record<string, { note: string; format?: 'uuid' }>> = {
  tokens: { note: 'Идентификатор токена.', format: 'uuid' },
  campaigns: { note: 'Идентификатор кампании.', format: 'uuid' },
  cards: { note: 'Идентификатор карты.', format: 'uuid' },
  criteria: { note: 'Код критерия, например T1.OGE.01.' },
  disputes: { note: 'Идентификатор возражения.', format: 'uuid' },
  attachments: { note: 'Идентификатор файла.', format: 'uuid' },
  imports: { note: 'Идентификатор загрузки.', format: 'uuid' },
  templates: { note: 'Вид данных, например GIA_AGGREGATE.' },
  reviews: { note: 'Идентификатор перепроверки.', format: 'uuid' },
  examinations: { note: 'Идентификатор обследования.', format: 'uuid' },
  recommendations: { note: 'Идентификатор рекомендации.', format: 'uuid' },
  files: { note: 'Идентификатор файла.', format: 'uuid' },
  documents: { note: 'Идентификатор документа.', format: 'uuid' },
  programmes: { note: 'Идентификатор программы.', format: 'uuid' },
  reports: { note: 'Идентификатор собранного отчёта.', format: 'uuid' },
  events: { note: 'Идентификатор мероприятия.', format: 'uuid' },
  partnerships: { note: 'Идентификатор партнёрства.', format: 'uuid' },
  lists: { note: 'Идентификатор списка.', format: 'uuid' },
  'failure-campaigns': { note: 'Идентификатор сбора матриц.', format: 'uuid' },
};

/** The parameters of an operation: those of its path, then those of its query. */
export function parametersOf(operation: Operation): Parameter[] {
  const inPath = pathParameters(operation.path).map(({ name, segment }): Parameter => {
    const { note = '', format } = PATH_NOTES[segment] ?? {};
    return {
      name,
      in: 'path',
      required: true,
      description: note,
      schema: { type: 'string', ...(format && { format }) },
    };
  });
  if (!operation.query) return inPath;
  const { properties = {}, required = [] } = schemaFor(operation.query, 'input', operation.id);
  const inQuery = Object.entries(properties).map(([name, { description = '', ...schema }]): Parameter => {
    return { name, in: 'query', required: required.includes(name), description, schema };
  });
  return [...inPath, ...inQuery];
}

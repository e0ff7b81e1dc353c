/**
 * Who may pass which door of the API, written down by hand beside the policy: what each address is about, which roles
 * may use it in their own place, and a call that is right there.
 */

import { contextOf } from '../portal/import-world';
import type { Call } from './api-calls';
import { listOf, PDF, type Place, REVIEWED_WORK, type Stage } from './door-places';

export type Who = 'principal' | 'staff' | 'head' | 'coordinator' | 'admin';

/**
 * What an address is about: nothing (everybody sees the own), a card, a campaign, a confirmed list, a token, a thing of the
 * centre that schools do not know of.
 */
export type Level = 'open' | 'scope' | 'card' | 'campaign' | 'list' | 'token' | 'centre';

export interface Expectation {
  level: Level;
  may: readonly Who[];
  /** the state of the card in which the call is right */
  stage?: Stage;
  call?: (place: Place) => Call;
  /** of a success */
  status?: 200 | 201 | 204;
  /** further addresses that name foreign things beside the id */
  queries?: (place: Place) => string[];
}

const ALL: readonly Who[] = ['principal', 'staff', 'head', 'coordinator', 'admin'];
const CARD_READERS: readonly Who[] = ['principal', 'staff', 'head', 'coordinator'];
const CENTRE_AND_REGION: readonly Who[] = ['staff', 'head', 'coordinator'];
const CENTRE: readonly Who[] = ['staff', 'head'];
const GROUND = { reason: 'Сверено', source: 'Протокол' };
const nextYear = () => new Date(Date.now() + 300 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);

const sends = (body: unknown) => () => ({ body });

/** The form of an import with the social passport of the place's school. */
function importForm({ schoolCode }: Place): Call {
  const fields = { kind: 'CONTEXT', schoolYear: '2019-2020', municipalityId: '' };
  const parts = Object.entries(fields).map(
    ([name, value]) => `--b\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}`,
  );
  const file = `--b\r\ncontent-disposition: form-data; name="file"; filename="паспорт.csv"\r\n\r\n${contextOf({ code: schoolCode })}`;
  return {
    body: Buffer.from(`${[...parts, file, '--b--'].join('\r\n')}\r\n`),
    headers: { 'content-type': 'multipart/form-data; boundary=b' },
  };
}

/** The form of a new version of a document's text. */
const documentForm = (): Call => ({
  body: Buffer.from(
    '--b\r\ncontent-disposition: form-data; name="file"; filename="plan.txt"\r\n\r\nПлан работы\r\n--b--\r\n',
  ),
  headers: { 'content-type': 'multipart/form-data; boundary=b' },
});

export const EXPECTATIONS: Readonly<Record<string, Expectation>> = {
  'GET /openapi.json': { level: 'open', may: ALL },
  'GET /me': { level: 'scope', may: ALL },
  'GET /tokens': { level: 'scope', may: ALL },
  'POST /tokens': {
    level: 'scope',
    may: ALL,
    call: () => ({ body: { name: 'Для теста', use: 'api', expiresAt: nextYear() } }),
    status: 201,
  },
  'DELETE /tokens/{id}': { level: 'token', may: ALL, status: 204 },
  'GET /municipalities': { level: 'scope', may: ALL },
  'GET /schools': {
    level: 'scope',
    may: ALL,
    queries: ({ municipalityId, schoolCode }) => [`?municipalityId=${municipalityId}`, `?q=${schoolCode}`],
  },
  'GET /overview': { level: 'scope', may: CENTRE_AND_REGION, queries: () => ['?schoolYear=2020-2021'] },
  'GET /dashboard': { level: 'scope', may: CENTRE_AND_REGION },
  'GET /effectiveness': { level: 'scope', may: CENTRE_AND_REGION, queries: () => ['?from=2019-2020&to=2020-2021'] },
  'GET /aims': {
    level: 'scope',
    may: CENTRE_AND_REGION,
    queries: ({ municipalityId }) => [`?municipalityId=${municipalityId}`, '?schoolYear=2020-2021'],
  },
  'GET /campaigns': {
    level: 'scope',
    may: ALL,
    queries: ({ municipalityId }) => [`?municipalityId=${municipalityId}`, '?schoolYear=2020-2021'],
  },
  'GET /campaigns/{id}/instrument': { level: 'campaign', may: ALL },
  'GET /campaigns/{id}/ranking': { level: 'campaign', may: CENTRE_AND_REGION },
  'GET /campaigns/{id}/export': { level: 'campaign', may: CENTRE_AND_REGION, call: () => ({ query: '?format=csv' }) },
  'GET /campaigns/{id}/rules': { level: 'campaign', may: CENTRE_AND_REGION },
  'GET /campaigns/{id}/rules/export': {
    level: 'campaign',
    may: CENTRE_AND_REGION,
    call: () => ({ query: '?format=csv' }),
  },
  'GET /campaigns/{id}/conditions': { level: 'campaign', may: CENTRE_AND_REGION },
  'GET /campaigns/{id}/conditions/export': {
    level: 'campaign',
    may: CENTRE_AND_REGION,
    call: () => ({ query: '?format=csv' }),
  },
  'POST /campaigns/{id}/what-if': {
    level: 'campaign',
    may: CENTRE_AND_REGION,
    call: sends({ rule: { kind: 'TOP_N', table: 'T1', value: 1 } }),
  },
  'PUT /campaigns/{id}/rule': {
    level: 'campaign',
    may: ['head'],
    call: sends({ rule: { kind: 'SUM', table: 'T2', value: 1 } }),
  },
  'GET /campaigns/{id}/lists': { level: 'campaign', may: CENTRE_AND_REGION },
  'POST /campaigns/{id}/lists': {
    level: 'campaign',
    may: ['head'],
    stage: 'accepted',
    call: ({ schoolId, listId }) => ({ body: listOf(schoolId, listId) }),
    status: 201,
  },
  'GET /failure-campaigns/{id}/export': {
    level: 'campaign',
    may: CENTRE_AND_REGION,
    call: () => ({ query: '?format=csv' }),
  },
  'GET /lists/{id}': { level: 'list', may: CENTRE_AND_REGION },
  'GET /objectivity/reviews': { level: 'scope', may: CARD_READERS, queries: () => ['?schoolYear=2019-2020'] },
  'POST /objectivity/reviews': {
    level: 'card',
    may: CENTRE,
    call: ({ schoolId }) => ({ body: { ...REVIEWED_WORK, schoolId, sign: 'S4', note: 'Перепроверить' } }),
    status: 201,
  },
  'POST /objectivity/reviews/{id}/second-result': {
    level: 'card',
    may: CENTRE,
    call: sends({ version: 1, secondResult: 'Подтвердилось' }),
  },
  'POST /objectivity/reviews/{id}/explanation': {
    level: 'card',
    may: ['principal'],
    call: sends({ version: 1, explanation: 'Сильный класс' }),
  },
  'POST /objectivity/reviews/{id}/decision': {
    level: 'card',
    may: ['head'],
    call: sends({ version: 1, decision: 'WITHDRAWN', reason: 'Принято' }),
  },
  'GET /objectivity': { level: 'scope', may: CARD_READERS, queries: () => ['?schoolYear=2019-2020'] },
  'GET /cards': {
    level: 'scope',
    may: CARD_READERS,
    queries: ({ campaignId }) => [`?campaignId=${campaignId}`, '?status=DRAFT', '?pageSize=200'],
  },
  'GET /cards/{id}': { level: 'card', may: CARD_READERS },
  'GET /cards/{id}/history': { level: 'card', may: CARD_READERS },
  'GET /cards/{id}/evidence': { level: 'card', may: CARD_READERS },
  'PATCH /cards/{id}/answers': {
    level: 'card',
    may: ['principal'],
    call: sends({ version: 2, answers: { A1: 'no' } }),
  },
  'POST /cards/{id}/submit': { level: 'card', may: ['principal'], call: sends({}) },
  'POST /cards/{id}/disputes': {
    level: 'card',
    may: ['principal'],
    stage: 'submitted',
    call: sends({ criterion: 'S1', sign: 'x', reason: 'Ошибка в протоколе' }),
    status: 201,
  },
  'POST /cards/{id}/disputes/{disputeId}/decision': {
    level: 'card',
    may: CENTRE,
    stage: 'submitted',
    call: sends({ decision: 'UPHELD', reason: 'Верно' }),
  },
  'POST /cards/{id}/comments': {
    level: 'card',
    may: ['principal', ...CENTRE],
    call: sends({ criterion: 'A1', text: 'Вопрос' }),
    status: 201,
  },
  'PUT /cards/{id}/criteria/{code}/verification': {
    level: 'card',
    may: CENTRE,
    stage: 'submitted',
    call: sends({ version: 3, answer: 'no', ...GROUND }),
  },
  'DELETE /cards/{id}/criteria/{code}/verification': {
    level: 'card',
    may: CENTRE,
    stage: 'submitted',
    call: sends({ version: 4, reason: 'Ошибка' }),
  },
  'POST /cards/{id}/return': {
    level: 'card',
    may: CENTRE,
    stage: 'submitted',
    call: sends({ comment: 'Проверьте A1' }),
  },
  'POST /cards/{id}/accept': { level: 'card', may: CENTRE, stage: 'submitted', call: sends({}) },
  'POST /cards/{id}/reopen': {
    level: 'card',
    may: ['head'],
    stage: 'accepted',
    call: sends({ reason: 'Новые данные' }),
  },
  'GET /cards/{id}/attachments': { level: 'card', may: CARD_READERS },
  'POST /cards/{id}/attachments': {
    level: 'card',
    may: ['principal'],
    call: () => ({ query: '?criterion=A1&name=b.pdf', body: PDF }),
    status: 201,
  },
  'GET /cards/{id}/attachments/{attachmentId}': { level: 'card', may: CARD_READERS },
  'DELETE /cards/{id}/attachments/{attachmentId}': { level: 'card', may: ['principal'], status: 204 },
  'GET /cards/{id}/spreadsheet': { level: 'card', may: CARD_READERS },
  'POST /cards/{id}/spreadsheet': {
    level: 'card',
    may: ['principal'],
    call: () => ({ query: '?step=preview', body: PDF }),
  },
  'GET /imports': {
    level: 'scope',
    may: CARD_READERS,
    queries: ({ municipalityId }) => [`?municipalityId=${municipalityId}`, '?kind=CONTEXT&pageSize=200'],
  },
  'POST /imports': { level: 'scope', may: CARD_READERS, call: importForm, status: 201 },
  'GET /imports/templates/{kind}': { level: 'scope', may: CARD_READERS },
  'GET /imports/{id}': { level: 'card', may: CARD_READERS },
  'GET /imports/{id}/marked-file': { level: 'card', may: CARD_READERS },
  'POST /imports/{id}/apply': { level: 'card', may: CARD_READERS },
  'GET /events': {
    level: 'scope',
    may: CARD_READERS,
    queries: ({ schoolId }) => ['?from=2020-09-01&to=2020-12-31&pageSize=200', `?schoolId=${schoolId}`],
  },
  'POST /events': {
    level: 'scope',
    may: ['staff', 'head', 'coordinator'],
    call: sends({
      ...{ kind: 'SEMINAR', direction: 'NORMATIVE', title: 'Семинар' },
      ...{ startsAt: '2020-11-10T10:00:00+03:00', endsAt: '2020-11-10T12:00:00+03:00' },
    }),
    status: 201,
  },
  'GET /events/{id}': { level: 'campaign', may: CARD_READERS },
  'PATCH /events/{id}': { level: 'campaign', may: CENTRE, call: sends({ version: 1, title: 'Новое' }) },
  'POST /events/{id}/publish': { level: 'campaign', may: CENTRE, stage: 'accepted', call: sends({ version: 1 }) },
  'POST /events/{id}/cancel': { level: 'campaign', may: CENTRE, call: sends({ version: 1, reason: 'Болезнь' }) },
  'GET /calendar.ics': { level: 'scope', may: CARD_READERS },
  'GET /examinations': { level: 'scope', may: CARD_READERS, queries: () => ['?schoolYear=2020-2021', '?pageSize=200'] },
  'POST /examinations': {
    level: 'card',
    may: CENTRE,
    call: ({ schoolId }) => ({
      body: { schoolId, schoolYear: '2020-2021', title: 'Второе', startsOn: '2020-10-01', endsOn: '2020-12-25' },
    }),
    status: 201,
  },
  'GET /examinations/{id}': { level: 'card', may: CARD_READERS },
  'PATCH /examinations/{id}': { level: 'card', may: CENTRE, call: sends({ version: 1, title: 'Новое название' }) },
  'GET /recommendations': {
    level: 'scope',
    may: CARD_READERS,
    queries: ({ schoolId }) => ['?status=ISSUED&pageSize=200', `?schoolId=${schoolId}`],
  },
  'POST /recommendations': {
    level: 'card',
    may: CENTRE,
    call: ({ schoolId }) => ({
      body: {
        ...{
          schoolId,
          schoolYear: '2020-2021',
          addressee: 'SCHOOL',
          text: 'План',
          dueOn: '2030-03-01',
          criteria: ['A1'],
        },
      },
    }),
    status: 201,
  },
  'GET /recommendations/{id}': { level: 'card', may: CARD_READERS, stage: 'submitted' },
  'PATCH /recommendations/{id}': { level: 'card', may: CENTRE, call: sends({ version: 1, text: 'Другой план' }) },
  'POST /recommendations/{id}/issue': { level: 'card', may: ['head'], call: sends({ version: 1 }) },
  'POST /recommendations/{id}/answer': {
    level: 'card',
    may: ['principal', ...CENTRE],
    stage: 'submitted',
    call: sends({ version: 1, answer: 'Сделано' }),
  },
  'POST /recommendations/{id}/check': {
    level: 'card',
    may: CENTRE,
    stage: 'submitted',
    call: sends({ version: 1, done: true, outcome: 'Есть протокол' }),
  },
  'GET /documents': { level: 'scope', may: CARD_READERS, queries: () => ['?q=приказ', '?kind=ACT&pageSize=200'] },
  'POST /documents': {
    level: 'scope',
    may: ['staff', 'head', 'coordinator'],
    call: sends({ kind: 'ACT', type: 'Приказ', title: 'О плане' }),
    status: 201,
  },
  'GET /documents/{id}': { level: 'campaign', may: CARD_READERS },
  'PATCH /documents/{id}': { level: 'campaign', may: CENTRE, call: sends({ version: 1, title: 'Иначе' }) },
  'GET /documents/{id}/files': { level: 'campaign', may: CARD_READERS },
  'POST /documents/{id}/files': { level: 'campaign', may: CENTRE, call: documentForm, status: 201 },
  'GET /documents/{id}/files/{fileId}': { level: 'campaign', may: CARD_READERS },
  'GET /reports': {
    level: 'scope',
    may: CENTRE_AND_REGION,
    queries: () => ['?pageSize=200'],
  },
  'POST /reports': {
    level: 'campaign',
    may: CENTRE_AND_REGION,
    call: ({ municipalityId }) => ({
      body: { kind: 'year', municipalityId, schoolYear: '2020-2021', format: 'pdf' },
    }),
    status: 201,
  },
  'GET /reports/{id}': { level: 'centre', may: CENTRE_AND_REGION },
  'GET /reports/{id}/file': { level: 'centre', may: CENTRE_AND_REGION },
  'GET /programmes': {
    level: 'scope',
    may: CARD_READERS,
    queries: ({ schoolId }) => ['?schoolYear=2020-2021&pageSize=200', `?schoolId=${schoolId}`],
  },
  'POST /programmes': {
    level: 'card',
    may: ['principal', ...CENTRE],
    call: ({ schoolId }) => ({ body: { schoolId, schoolYear: '2021-2022', title: 'Программа' } }),
    status: 201,
  },
  'GET /programmes/{id}': { level: 'card', may: CARD_READERS },
  'PATCH /programmes/{id}': { level: 'card', may: ['principal'], call: sends({ version: 1, title: 'Новая' }) },
  'POST /programmes/{id}/submit': { level: 'card', may: ['principal'], call: sends({ version: 1 }) },
  'POST /programmes/{id}/return': {
    level: 'card',
    may: CENTRE,
    stage: 'submitted',
    call: sends({ version: 1, comment: 'Поправьте' }),
  },
  'POST /programmes/{id}/approve': { level: 'card', may: ['head'], stage: 'submitted', call: sends({ version: 1 }) },
  'GET /partnerships': {
    level: 'scope',
    may: CARD_READERS,
    queries: ({ schoolId }) => ['?schoolYear=2020-2021&pageSize=200', `?schoolId=${schoolId}`],
  },
  'POST /partnerships': {
    level: 'scope',
    may: CENTRE,
    call: ({ schoolId, hostSchoolId }) => ({
      body: { hostSchoolId, schoolIds: [schoolId], schoolYear: '2021-2022', title: 'Вторая пара' },
    }),
    status: 201,
  },
  'GET /partnerships/{id}': { level: 'card', may: CARD_READERS },
  'PATCH /partnerships/{id}': { level: 'card', may: CENTRE, call: sends({ version: 1, outcome: 'Получилось' }) },
  'POST /imports/{id}/undo': { level: 'card', may: CARD_READERS, stage: 'accepted' },
};

import { z } from 'zod';
import { WORK_DIRECTIONS } from '@/lib/domain/events/words';
import { DOCUMENT_AUDIENCES, DOCUMENT_KINDS, DOCUMENT_LEVELS, DOCUMENT_TYPES } from '@/lib/domain/library/document';
import { pagingSchema } from '@/lib/portal/paging';
import { given } from '@/lib/portal/query-parameter';

const keys = <Key extends string>(words: Record<Key, unknown>) => Object.keys(words) as [Key, ...Key[]];
const kind = z.enum(keys(DOCUMENT_KINDS), 'Выберите вид документа.');
const level = z.enum(keys(DOCUMENT_LEVELS), 'Выберите уровень.');
const audience = z.enum(keys(DOCUMENT_AUDIENCES), 'Выберите, кому виден документ.');
const direction = z.enum(keys(WORK_DIRECTIONS), 'Выберите направление.');
const short = (most: number) => z.string().trim().max(most, `Не длиннее ${most} знаков.`);
const none = z.literal('').transform(() => null);
const version = z.int('Форма отправлена не полностью. Обновите страницу.');

const url = short(2000).refine((text) => text === '' || /^https?:\/\/[^\s/]+/i.test(text), {
  error: 'Адрес начинается с https:// или http://.',
});

const fields = {
  kind,
  type: short(100).min(1, 'Укажите тип документа: приказ, отчёт и так далее.'),
  title: short(300).min(1, 'Укажите название.'),
  number: short(60).default(''),
  issuedOn: z.union([none, z.null(), z.iso.date('Укажите дату.')]).default(null),
  issuer: short(300).default(''),
  level: z.union([none, z.null(), level]).default(null),
  inForce: z.boolean().default(true),
  replacesId: z.union([none, z.null(), z.guid('Выберите документ из списка.')]).default(null),
  about: short(10_000).default(''),
  subject: short(100).default(''),
  direction: z.union([none, z.null(), direction]).default(null),
  audience: audience.default('SCHOOLS'),
  url: url.default(''),
};

/** A new document, of the writer's municipality or, written by СОИРО, of the region. */
export const documentSchema = z.object(fields);
export type DocumentInput = z.output<typeof documentSchema>;

/** `PATCH /documents/{id}`: what is left out stays; `archived` takes it out of the library or puts it back. */
export const documentChangeSchema = z.object({
  version,
  kind: kind.optional(),
  type: fields.type.optional(),
  title: fields.title.optional(),
  number: short(60).optional(),
  issuedOn: z.union([none, z.null(), z.iso.date('Укажите дату.')]).optional(),
  issuer: short(300).optional(),
  level: z.union([none, z.null(), level]).optional(),
  inForce: z.boolean().optional(),
  replacesId: z.union([none, z.null(), z.guid('Выберите документ из списка.')]).optional(),
  about: short(10_000).optional(),
  subject: short(100).optional(),
  direction: z.union([none, z.null(), direction]).optional(),
  audience: audience.optional(),
  url: url.optional(),
  archived: z.boolean().optional(),
});
export type DocumentChange = z.output<typeof documentChangeSchema>;

export const MOST_QUERY_LETTERS = 200;

export const documentQuerySchema = pagingSchema.extend({
  q: given(z.string().max(MOST_QUERY_LETTERS, 'Запрос не длиннее 200 знаков.')),
  kind: given(kind),
  type: given(z.string().max(100)),
  level: given(level),
  direction: given(direction),
  inForce: given(z.enum(['yes', 'no'])),
  year: given(z.coerce.number().int().min(1900).max(2200)),
});
export type DocumentQuery = z.output<typeof documentQuerySchema>;

export const documentJsonSchema = z.object({
  id: z.guid(),
  version: z.int(),
  kind,
  type: z.string(),
  title: z.string(),
  number: z.string(),
  issuedOn: z.iso.date().nullable(),
  issuer: z.string(),
  level: level.nullable(),
  inForce: z.boolean(),
  replacesId: z.guid().nullable(),
  about: z.string(),
  subject: z.string(),
  direction: direction.nullable(),
  audience,
  url: z.string(),
  archived: z.boolean(),
  /** of the region and not of one municipality */
  regional: z.boolean(),
});
export type DocumentJson = z.output<typeof documentJsonSchema>;

/** A version of the text of a document. */
export const documentFileJsonSchema = z.object({
  id: z.guid(),
  /** 1 is the first; the newest is shown to readers */
  number: z.int(),
  name: z.string(),
  mediaType: z.string(),
  /** bytes */
  size: z.int(),
  /** false: no text was found in it, the search does not know what it says */
  readable: z.boolean(),
  uploadedBy: z.string(),
  uploadedAt: z.iso.datetime(),
});
export type DocumentFileJson = z.output<typeof documentFileJsonSchema>;
export const documentFileListSchema = z.object({ items: z.array(documentFileJsonSchema) });

export const KNOWN_TYPES: readonly string[] = Object.values(DOCUMENT_TYPES).flat();

export const linkQuerySchema = pagingSchema.extend({ state: z.enum(['broken', 'ok', 'waiting']).catch('broken') });
export type LinkQuery = z.output<typeof linkQuerySchema>;

/** What of the support a document may stand beside; events have materials of their own. */
export const LINK_SUBJECTS = ['examination', 'finding', 'recommendation', 'programme', 'decision'] as const;
export type LinkSubject = (typeof LINK_SUBJECTS)[number];

export const documentLinkSchema = z.object({
  documentId: z.guid('Выберите документ из списка.'),
  subjectType: z.enum(LINK_SUBJECTS),
  subjectId: z.guid('Форма отправлена не полностью. Обновите страницу.'),
});
export type DocumentLinkInput = z.output<typeof documentLinkSchema>;

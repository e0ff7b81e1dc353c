import { z } from 'zod';
import { programmeSchema, speakersSchema } from '@/lib/domain/events/content';
import { SERIES_RULES } from '@/lib/domain/events/series';
import { EVENT_KINDS, EVENT_STATUSES, MATERIAL_STAGES, WORK_DIRECTIONS } from '@/lib/domain/events/words';
import { pagingSchema } from '@/lib/portal/paging';
import { given } from '@/lib/portal/query-parameter';

const version = z.int('Форма отправлена не полностью. Обновите страницу.');
const keys = <Words extends Record<string, string>>(words: Words) =>
  Object.keys(words) as [keyof Words & string, ...(keyof Words & string)[]];
const kind = z.enum(keys(EVENT_KINDS), 'Выберите вид мероприятия.');
const direction = z.enum(keys(WORK_DIRECTIONS), 'Выберите направление.');
const free = (most: number) => z.string().trim().max(most, `Не длиннее ${most} знаков.`);
const moment = z.iso.datetime({ offset: true, error: 'Укажите дату и время.' }).transform((text) => new Date(text));
const noId = z.union([z.literal('').transform(() => null), z.null(), z.guid('Выберите из списка.')]);
const link = z.union([
  z.literal(''),
  z.url({ protocol: /^https?$/, error: 'Ссылка начинается с https://.' }).max(1000),
]);

const whole = {
  kind,
  direction,
  title: z.string().trim().min(1, 'Назовите мероприятие.').max(300, 'Не длиннее 300 знаков.'),
  about: free(10_000),
  startsAt: moment,
  endsAt: moment,
  place: free(300),
  link,
  hostSchoolId: noId,
  audience: free(300),
  openToAll: z.boolean(),
  capacity: z.union([z.null(), z.int('Целое число.').min(1, 'Не меньше 1.').max(10_000, 'Не больше 10 000.')]),
  speakers: speakersSchema,
  programme: programmeSchema,
  /** the schools that the event is for */
  schoolIds: z.array(z.guid()).max(400),
  partnershipId: noId,
  networkId: noId,
  projectId: noId,
};

const inOrder = ({ startsAt, endsAt }: { startsAt?: Date | undefined; endsAt?: Date | undefined }) =>
  !startsAt || !endsAt || startsAt < endsAt;
const AFTER = { path: ['endsAt'], error: 'Конец должен быть позже начала.' };

export const newEventSchema = z
  .object({
    ...whole,
    about: whole.about.default(''),
    place: whole.place.default(''),
    link: link.default(''),
    hostSchoolId: noId.default(null),
    audience: whole.audience.default(''),
    openToAll: whole.openToAll.default(true),
    capacity: whole.capacity.default(null),
    speakers: speakersSchema.default([]),
    programme: programmeSchema.default([]),
    schoolIds: whole.schoolIds.default([]),
    partnershipId: noId.default(null),
    networkId: noId.default(null),
    projectId: noId.default(null),
    /** stores it although another event takes the same place or host */
    despiteClash: z.boolean().default(false),
  })
  .refine(inOrder, AFTER);
export type NewEvent = z.output<typeof newEventSchema>;

/** How a new event is repeated. */
export const seriesSchema = z.object({
  rule: z.enum(keys(SERIES_RULES), 'Выберите, как часто повторять.'),
  until: z.iso.date('Укажите, до какого дня повторять.'),
});
export type SeriesPlan = z.output<typeof seriesSchema>;

/** `PATCH /events/{id}`: what is left out stays */
export const eventChangeSchema = z
  .object({ version, ...z.object(whole).partial().shape, despiteClash: z.boolean().default(false) })
  .refine(inOrder, AFTER);
export type EventChange = z.output<typeof eventChangeSchema>;

export const publishEventSchema = z.object({ version });
export const cancelEventSchema = z.object({
  version,
  reason: z.string().trim().min(1, 'Напишите, почему мероприятие отменено.').max(1000, 'Не длиннее 1000 знаков.'),
});
export type CancelEvent = z.output<typeof cancelEventSchema>;

/** All materials of an event, in their order: the list takes the place of the stored one. */
export const materialsSchema = z.object({
  version,
  materials: z
    .array(
      z
        .object({
          stage: z.enum(keys(MATERIAL_STAGES), 'Выберите, к чему материал.'),
          title: z.string().trim().min(1, 'Назовите материал.').max(300, 'Не длиннее 300 знаков.'),
          url: link,
          documentId: z.union([z.literal('').transform(() => null), z.null(), z.guid('Выберите документ из списка.')]),
        })
        .refine(({ url, documentId }) => (url === '') !== (documentId === null), {
          path: ['url'],
          error: 'Укажите либо ссылку, либо документ библиотеки.',
        }),
    )
    .max(50, 'Не больше 50 материалов.'),
});
export type EventMaterials = z.output<typeof materialsSchema>;

export const eventQuerySchema = pagingSchema.extend({
  from: given(z.iso.date('Дата пишется как 2020-01-31.')),
  to: given(z.iso.date('Дата пишется как 2020-01-31.')),
  kind: given(kind),
  direction: given(direction),
  schoolId: given(z.guid()),
  q: given(z.string().trim().max(200, 'Не длиннее 200 знаков.')),
});

export const eventJsonSchema = z.object({
  id: z.guid(),
  version: z.int(),
  title: z.string(),
  kind,
  direction,
  status: z.enum(keys(EVENT_STATUSES)),
  about: z.string(),
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  place: z.string(),
  link: z.string(),
  municipalityId: z.guid().nullable(),
  hostSchoolId: z.guid().nullable(),
  audience: z.string(),
  openToAll: z.boolean(),
  capacity: z.int().nullable(),
  speakers: speakersSchema,
  programme: programmeSchema,
  /** МОЦ and СОИРО read all; a school only itself */
  schoolIds: z.array(z.guid()),
  /** schools whose people came, with how many; a school reads its own alone */
  attendance: z.array(z.object({ schoolId: z.guid(), attended: z.int() })),
  cancelReason: z.string(),
  partnershipId: z.guid().nullable(),
  networkId: z.guid().nullable(),
  projectId: z.guid().nullable(),
});
export type EventJson = z.output<typeof eventJsonSchema>;

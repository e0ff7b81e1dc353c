import { z } from 'zod';
import { criterionRuleSchema } from '@/lib/domain/evidence/rule-schema';
import { parseSchoolYear } from '@/lib/domain/school-year';
import { countsSchema } from '@/lib/portal/cards/schema';
import { pagingSchema } from '@/lib/portal/paging';
import { given } from '@/lib/portal/query-parameter';

/** A school year as people type it («2020/21», «2020–2021»), given as «2020-2021». */
export const schoolYearSchema = z.string().transform((typed, context) => {
  const schoolYear = parseSchoolYear(typed);
  if (schoolYear) return schoolYear;
  context.addIssue({ code: 'custom', message: 'Укажите учебный год вида 2020-2021.' });
  return z.NEVER;
});

export const campaignSchema = z.object({
  id: z.uuid(),
  municipalityId: z.uuid(),
  schoolYear: z.string(),
  resultsYear: z.string(),
  status: z.enum(['DRAFT', 'OPEN', 'CLOSED']),
  opensAt: z.iso.datetime(),
  dueAt: z.iso.datetime(),
  instrumentVersionId: z.uuid(),
  counts: countsSchema,
});
export type CampaignItem = z.output<typeof campaignSchema>;

export const campaignListQuerySchema = pagingSchema.extend({
  municipalityId: given(z.guid({ error: 'municipalityId: ожидается идентификатор муниципалитета.' })),
  schoolYear: given(schoolYearSchema),
});
export type CampaignListQuery = z.output<typeof campaignListQuerySchema>;

/** `GET /campaigns/{id}/instrument` */
export const instrumentSchema = z.object({
  versionId: z.guid(),
  tables: z.array(
    z.object({
      code: z.string(),
      title: z.string(),
      track: z.enum(['LOW_RESULTS', 'ADVERSE_CONDITIONS']),
      groups: z.array(z.object({ code: z.string(), title: z.string() })),
      criteria: z.array(
        z.object({
          code: z.string(),
          /** the code of its group */
          group: z.string(),
          text: z.string(),
          type: z.enum(['YES_NO', 'SIGN_COUNT']),
          applicability: z.enum(['ALL', 'PRIMARY', 'GRADE7_11', 'GRADE9', 'GRADE11']),
          /** SIGN_COUNT: what is counted */
          signs: z.array(z.object({ code: z.string(), text: z.string(), help: z.string() })).optional(),
          help: z.string(),
          purpose: z.string(),
          evidence: z.string(),
          threshold: z.string(),
          /** how data answer it; null: only people can */
          rule: criterionRuleSchema.nullable(),
        }),
      ),
    }),
  ),
});
export type InstrumentJson = z.output<typeof instrumentSchema>;

const MOSCOW = '+03:00';

/** The start (or the end) of a calendar day in Moscow. */
const day = (clock: string) =>
  z.iso.date({ error: 'Укажите дату.' }).transform((date) => new Date(`${date}T${clock}${MOSCOW}`));

/** The last moment of a day: a deadline «15 октября» still allows the whole day. */
export const dueDaySchema = day('23:59:59');

export const openCampaignSchema = z
  .object({
    schoolYear: schoolYearSchema,
    instrumentVersionId: z.uuid({ error: 'Выберите диагностическую карту.' }),
    opensAt: day('00:00:00'),
    dueAt: dueDaySchema,
    letter: z.string().trim().max(5000, 'Письмо длиннее 5000 знаков.'),
    counts: z.enum(countsSchema.options, { error: 'Выберите, что считается без проверки МОЦ.' }).default('DECLARED'),
  })
  .refine((input) => input.dueAt > input.opensAt, { path: ['dueAt'], error: 'Срок должен быть позже начала.' });
export type OpenCampaignInput = z.output<typeof openCampaignSchema>;

/** Another answer counts from now on; `seen`: how many sums the person knows to change. */
export const countedChangeSchema = z.object({
  counts: z.enum(countsSchema.options, { error: 'Выберите, что считается без проверки МОЦ.' }),
  version: z.coerce.number().int().min(1),
  seen: z.coerce.number().int().min(0).optional(),
});
export type CountedChange = z.output<typeof countedChangeSchema>;

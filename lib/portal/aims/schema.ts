import { z } from 'zod';
import { LINK_KINDS, POSITION_CODES } from '@/lib/domain/aims/positions';
import { isSchoolYear } from '@/lib/domain/school-year';
import { pagingSchema } from '@/lib/portal/paging';
import { given } from '@/lib/portal/query-parameter';

const schoolYear = z
  .string()
  .trim()
  .refine(isSchoolYear, 'Учебный год — два года подряд через дефис, например 2020-2021.');

/** Whose year a page shows; without them the own municipality and the latest year. */
export const aimsQuerySchema = z.object({ municipalityId: given(z.guid()), schoolYear: given(schoolYear) });
export type AimsQuery = z.output<typeof aimsQuerySchema>;

/** `?municipalityId=&schoolYear=` of the API; without them every municipality in sight and the latest year. */
export const aimsListQuerySchema = pagingSchema.extend(aimsQuerySchema.shape);
export type AimsListQuery = z.output<typeof aimsListQuerySchema>;

export const positionTextSchema = z.object({
  version: z.coerce.number().int().min(1),
  text: z.string().trim().max(20_000, 'Не длиннее 20 000 знаков.'),
});
export type PositionTextInput = z.output<typeof positionTextSchema>;

export const linkSchema = z.object({ type: z.enum(LINK_KINDS), id: z.guid() });
export type LinkInput = z.output<typeof linkSchema>;
export const linksSchema = z
  .array(linkSchema)
  .min(1, 'Отметьте, на что сослаться.')
  .max(200, 'Не больше 200 ссылок за раз.');

/** A number as it is typed, «12,5»; an empty field is none. */
const typedNumber = z
  .string()
  .trim()
  .transform((text) => (text === '' ? null : Number(text.replace(',', '.').replaceAll(/\s/g, ''))))
  .refine((value) => value === null || (Number.isFinite(value) && value >= 0 && value <= 1_000_000), {
    error: 'Введите число от 0 до 1 000 000, например 12,5, или оставьте поле пустым.',
  });

export const targetSchema = z.object({
  /** 0: nothing was set yet */
  version: z.coerce.number().int().min(0),
  target: typedNumber,
  fact: typedNumber.optional(),
  source: z.string().trim().max(300, 'Не длиннее 300 знаков.').optional(),
});
export type TargetInput = z.output<typeof targetSchema>;

export const ownIndicatorSchema = z.object({
  title: z.string().trim().min(3, 'Назовите показатель.').max(200, 'Не длиннее 200 знаков.'),
  unit: z.enum(['PERCENT', 'POINTS', 'COUNT'], 'Выберите единицу.'),
  better: z.enum(['more', 'less'], 'Выберите, что лучше.'),
  target: typedNumber,
});
export type OwnIndicatorInput = z.output<typeof ownIndicatorSchema>;

/** A municipality's cycle in a year, as `GET /api/v1/aims` gives it. */
export const aimsItemSchema = z.object({
  municipalityId: z.guid(),
  schoolYear: z.string(),
  /** positions with nothing missing */
  complete: z.int(),
  positions: z.array(
    z.object({
      code: z.enum(POSITION_CODES),
      state: z.enum(['EMPTY', 'PARTIAL', 'COMPLETE']),
      missing: z.array(z.string()),
      text: z.string(),
      links: z.array(linkSchema),
    }),
  ),
  indicators: z.array(
    z.object({
      code: z.string(),
      title: z.string(),
      unit: z.enum(['PERCENT', 'POINTS', 'COUNT']),
      moreIsBetter: z.boolean(),
      target: z.number().nullable(),
      fact: z.number().nullable(),
      /** the fact is computed from data of the portal; otherwise МОЦ entered it */
      computed: z.boolean(),
      state: z.enum(['NO_TARGET', 'NO_FACT', 'REACHED', 'NOT_REACHED']),
      source: z.string(),
    }),
  ),
});
export type AimsItem = z.output<typeof aimsItemSchema>;

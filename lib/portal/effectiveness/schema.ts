/** What the API says of the effect of measures: contract.md, `/api/v1/effectiveness`. */
import { z } from 'zod';
import { EFFECT_WORDS } from '@/lib/domain/effectiveness/review';
import { isSchoolYear } from '@/lib/domain/school-year';
import { given } from '@/lib/portal/query-parameter';

const schoolYear = z
  .string()
  .trim()
  .refine(isSchoolYear, 'Учебный год — два года подряд через дефис, например 2018-2019.');

/** `?municipalityId=&from=&to=`: the year of the list and the year of the outcome; what is not given is the latest. */
export const effectivenessQuerySchema = z.object({
  municipalityId: given(z.guid('Идентификатор муниципалитета — UUID.')),
  from: given(schoolYear),
  to: given(schoolYear),
});
export type EffectivenessQuery = z.output<typeof effectivenessQuerySchema>;

const groupSchema = z.object({
  n: z.int(),
  /** mean change in points: negative is an improvement; null: nobody to measure it by */
  change: z.number().nullable(),
  /** the 90 % interval; null below the minimum numbers */
  low: z.number().nullable(),
  high: z.number().nullable(),
});

export const effectivenessSchema = z.object({
  /** null: no closed campaign yet */
  from: z.string().nullable(),
  to: z.string().nullable(),
  supported: groupSchema,
  comparable: groupSchema,
  expected: groupSchema,
  effect: z.object({ value: z.number().nullable(), low: z.number().nullable(), high: z.number().nullable() }),
  words: z.enum(EFFECT_WORDS),
  /** 0..1; null: too few years of data */
  reliability: z.number().nullable(),
  /** schools without support in the model */
  unsupported: z.int(),
});
export type Effectiveness = z.output<typeof effectivenessSchema>;

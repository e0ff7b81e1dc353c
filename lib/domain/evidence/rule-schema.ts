import { z } from 'zod';
import { type CriterionRule, MEASURE_CODES } from './rule';

const operator = z.enum(['>=', '<=']);

/** A rule as it is stored and sent; what its figures may be is said by `ruleFaults` of rule-validity.ts. */
export const criterionRuleSchema = z.object({
  measure: z.enum(MEASURE_CODES, 'Выберите показатель из списка.'),
  comparison: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('FIXED'), operator, value: z.number() }),
      z.object({ kind: z.literal('QUARTILE'), operator, quartile: z.union([z.literal(1), z.literal(3)]) }),
      z.object({ kind: z.literal('MEAN'), operator }),
      z.object({ kind: z.literal('MEAN_SD'), operator, deviations: z.number() }),
    ])
    .nullable(),
  minimumN: z.number(),
}) satisfies z.ZodType<CriterionRule>;

/** What the API says of signs: contract.md, `/api/v1/objectivity`. */
import { z } from 'zod';
import { SIGN_CODES } from '@/lib/domain/objectivity/signs';
import { isSchoolYear } from '@/lib/domain/school-year';
import { pagingSchema } from '@/lib/portal/paging';
import { given } from '@/lib/portal/query-parameter';

/** `GET /objectivity?municipalityId=&schoolYear=`; what is not given is not narrowed. */
export const objectivityQuerySchema = pagingSchema.extend({
  municipalityId: given(z.guid('Идентификатор муниципалитета — UUID.')),
  schoolYear: given(z.string().refine(isSchoolYear, 'Учебный год — два года подряд через дефис, например 2020-2021.')),
});
export type ObjectivityQuery = z.output<typeof objectivityQuerySchema>;

export const signSchema = z.object({
  code: z.enum(SIGN_CODES),
  /** NO_DATA: nothing loaded, too few pupils, or no official scale: the portal abstains */
  result: z.enum(['SIGN', 'NO_SIGN', 'NO_DATA']),
  /** what it was decided by, by name: counts, means, shares 0…1; null where a figure could not be had */
  figures: z.record(z.string(), z.number().nullable()),
  /** of the tests that have one (S2, S4): the chance of such data without bias, 0…1 */
  pValue: z.number().nullable(),
  /** after Benjamini–Hochberg over the tests of the municipality and year */
  qValue: z.number().nullable(),
  /** a re-check took the sign away: it does not count */
  withdrawn: z.boolean(),
});

export const objectivityItemSchema = z.object({
  schoolId: z.guid(),
  schoolCode: z.string(),
  schoolYear: z.string(),
  grade: z.int(),
  subject: z.string(),
  signs: z.array(signSchema),
});
export type ObjectivityItem = z.output<typeof objectivityItemSchema>;

import { z } from 'zod';
import { pagingSchema } from '@/lib/portal/paging';
import { given } from '@/lib/portal/query-parameter';

/** `GET /schools?municipalityId=&q=&closed=`: `q` is a part of the name or code; `closed=true` adds closed schools. */
export const schoolListQuerySchema = pagingSchema.extend({
  municipalityId: given(z.guid('Идентификатор муниципалитета — UUID.')),
  q: given(z.string().trim().max(200, 'Не больше 200 знаков.')),
  closed: given(z.enum(['true', 'false'], { error: 'closed: true или false.' })),
});
export type SchoolListQuery = z.output<typeof schoolListQuerySchema>;

export const schoolSchema = z.object({
  id: z.guid(),
  code: z.string(),
  name: z.string(),
  shortName: z.string(),
  municipalityId: z.guid(),
  kind: z.enum(['SCHOOL', 'GYMNASIUM', 'LYCEUM']),
  address: z.string(),
  gradeFrom: z.int(),
  gradeTo: z.int(),
  pupils: z.int().nullable(),
  /** login in ФИС ОКО; null: not recorded */
  login: z.string().nullable(),
  /** the day on which it was closed or merged; null: it works */
  closedOn: z.iso.date().nullable(),
});
export type SchoolItem = z.output<typeof schoolSchema>;

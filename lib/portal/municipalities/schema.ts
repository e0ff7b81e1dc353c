import { z } from 'zod';
import { pagingSchema } from '@/lib/portal/paging';

export const municipalityListQuerySchema = pagingSchema;

export const municipalitySchema = z.object({
  id: z.guid(),
  code: z.string(),
  name: z.string(),
  /** the same as `id`, so that schools and municipalities join by one name */
  municipalityId: z.guid(),
  regionId: z.guid(),
  kind: z.enum(['MUNICIPAL_OKRUG', 'URBAN_OKRUG']),
});
export type MunicipalityItem = z.output<typeof municipalitySchema>;

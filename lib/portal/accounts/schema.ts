import { z } from 'zod';

export const roleSchema = z.enum(['ADMIN', 'REGION_COORDINATOR', 'MOC_HEAD', 'MOC_STAFF', 'PRINCIPAL']);

export const meSchema = z.object({
  email: z.string(),
  role: roleSchema,
  scope: z.object({
    regionId: z.uuid().optional(),
    municipalityId: z.uuid().optional(),
    schoolId: z.uuid().optional(),
  }),
});
export type Me = z.output<typeof meSchema>;

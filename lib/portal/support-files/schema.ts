import { z } from 'zod';

/** What of the support files may stand beside. */
export const FILE_SUBJECTS = [
  'examination-part',
  'recommendation',
  'programme',
  'programme-stage',
  'experience',
  'decision',
  'partnership',
  'network',
  'project',
  'aim-position',
] as const;
export type FileSubject = (typeof FILE_SUBJECTS)[number];

/** Beside what the file is put; `back` is the page that shows it. */
export const fileFormSchema = z.object({
  subjectType: z.enum(FILE_SUBJECTS),
  subjectId: z.guid(),
  back: z.string().regex(/^\/(support|aims)(\/[\w-]+)*(\?[\w=&-]*)?$/),
});

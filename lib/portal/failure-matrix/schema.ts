import { z } from 'zod';
import { SUBJECT_NAMES } from '@/lib/domain/evidence/subjects';
import { dueDaySchema, schoolYearSchema } from '@/lib/portal/campaigns/schema';
import { given } from '@/lib/portal/query-parameter';

const subject = z.enum(SUBJECT_NAMES as [string, ...string[]], { error: 'Выберите предметы из списка.' });

/** What the head of a centre opens a matrix campaign with. */
export const openMatrixSchema = z.object({
  schoolYear: schoolYearSchema,
  dueAt: dueDaySchema,
  letter: z.string().trim().max(5000, 'Письмо длиннее 5000 знаков.'),
  subjects: z.array(subject).min(1, 'Выберите хотя бы один предмет.').max(SUBJECT_NAMES.length),
  schools: z.array(z.guid()).min(1, 'Выберите хотя бы одну школу.').max(1000),
});
export type OpenMatrixInput = z.output<typeof openMatrixSchema>;

const pupils = z.int().min(0).max(9999).nullable();

/** A cell as it is to be, with what stood there when it was changed. */
export const cellChangeSchema = z.object({
  cause: z.string().max(40),
  grade: z.int(),
  subject: z.string().max(100),
  was: pupils,
  pupils,
});
export type CellChange = z.output<typeof cellChangeSchema>;

export const cellChangesSchema = z.array(cellChangeSchema).max(2000, 'Слишком много изменений за один раз.');

export const causesSchema = z.array(z.object({ code: z.string().max(40), text: z.string().trim().max(500) })).max(60);

/** `GET /failure-campaigns/{id}/export` */
export const matrixExportQuerySchema = z.object({
  format: z.enum(['xlsx', 'csv'], { error: 'format: xlsx или csv.' }).default('xlsx'),
  by: z.enum(['subject', 'grade'], { error: 'by: subject или grade.' }).default('subject'),
  schoolId: given(z.guid({ error: 'schoolId: ожидается идентификатор школы.' })),
});
export type MatrixExportQuery = z.output<typeof matrixExportQuerySchema>;

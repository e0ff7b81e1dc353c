'use server';

import { revalidatePath } from 'next/cache';
import { invalidForm } from '@/app/(portal)/form-lines';
import { requireViewer } from '@/app/(portal)/viewer';
import { enteredValues, type FormState } from '@/lib/domain/form-state';
import { askForReport } from '@/lib/portal/reports/commands';
import { reportRequestSchema } from '@/lib/portal/reports/schema';

/** Puts a report into the queue; the list below the form shows how far it is. */
export async function sendReportRequest(_state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const { schoolId, ...entered } = enteredValues(form);
  const input = reportRequestSchema.safeParse({ ...entered, ...(schoolId && { schoolId }) });
  if (!input.success) return { failure: invalidForm(input.error.issues) };
  const asked = await askForReport(viewer, input.data, new Date());
  if (!asked.ok) return { failure: asked.failure };
  revalidatePath('/reports');
  return { message: 'Отчёт в очереди. Он появится в списке ниже; страницу можно закрыть.' };
}

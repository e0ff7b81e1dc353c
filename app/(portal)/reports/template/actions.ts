'use server';

import { revalidatePath } from 'next/cache';
import { invalidForm } from '@/app/(portal)/form-lines';
import { requireViewer } from '@/app/(portal)/viewer';
import { enteredValues, type FormState } from '@/lib/domain/form-state';
import { changeReportTemplate } from '@/lib/portal/reports/commands';
import { reportTemplateSchema } from '@/lib/portal/reports/schema';

export async function sendReportTemplate(_state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const input = reportTemplateSchema.safeParse(enteredValues(form));
  if (!input.success) return { failure: invalidForm(input.error.issues) };
  const changed = await changeReportTemplate(viewer, input.data, new Date());
  if (!changed.ok) return { failure: changed.failure };
  revalidatePath('/reports/template');
  return { message: 'Сохранено: следующий отчёт будет с этими текстами.' };
}

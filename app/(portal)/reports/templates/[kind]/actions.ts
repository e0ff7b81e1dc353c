'use server';

import { revalidatePath } from 'next/cache';
import { invalidForm } from '@/app/(portal)/form-lines';
import { requireViewer } from '@/app/(portal)/viewer';
import { failed } from '@/lib/domain/failure';
import { enteredValues, type FormState } from '@/lib/domain/form-state';
import { changeReportTemplate, resetReportTemplate } from '@/lib/portal/reports/commands';
import { reportKind } from '@/lib/portal/reports/queries';
import { reportTemplateSchema } from '@/lib/portal/reports/schema';

const NO_KIND = failed('NOT_FOUND', 'Такого вида отчёта нет.').failure;

export async function sendReportTemplate(code: string, _state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const kind = reportKind(code);
  if (!kind) return { failure: NO_KIND };
  const { version, ...texts } = enteredValues(form);
  const input = reportTemplateSchema(kind).safeParse({ version, texts });
  if (!input.success) {
    const issues = input.error.issues.map(({ path, message }) => ({ path: path.slice(-1), message }));
    return { failure: invalidForm(issues) };
  }
  const changed = await changeReportTemplate(viewer, kind, input.data, new Date());
  if (!changed.ok) return { failure: changed.failure };
  revalidatePath(`/reports/templates/${code}`);
  return { message: 'Сохранено: следующий отчёт будет с этими текстами.' };
}

export async function sendTemplateReset(code: string, _state: FormState, _form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const kind = reportKind(code);
  if (!kind) return { failure: NO_KIND };
  const changed = await resetReportTemplate(viewer, kind, new Date());
  if (!changed.ok) return { failure: changed.failure };
  revalidatePath(`/reports/templates/${code}`);
  return { message: 'Исходные тексты вернулись. Прежние остались в журнале.' };
}

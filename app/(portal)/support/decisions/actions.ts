'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { invalidForm } from '@/app/(portal)/form-lines';
import { idOf } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { enteredValues, type FormState } from '@/lib/domain/form-state';
import { controlDecision, keepDecision } from '@/lib/portal/decisions/commands';
import { decisionSchema, executionSchema } from '@/lib/portal/decisions/schema';

const HOME = '/support/decisions';

export async function sendDecision(id: string | null, _state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const lists = {
    schoolIds: form.getAll('schools').map(String),
    recommendationIds: form.getAll('recommendations').map(String),
  };
  const input = decisionSchema.safeParse({ ...enteredValues(form), ...lists });
  if (!input.success) return { failure: invalidForm(input.error.issues) };
  const existing = id === null ? undefined : { id: idOf(id), version: Number(form.get('version')) };
  const kept = await keepDecision(viewer, input.data, new Date(), existing);
  if (!kept.ok) return { failure: kept.failure };
  if (id === null) redirect(`${HOME}/${kept.value.id}`);
  revalidatePath(`${HOME}/${id}`);
  return { message: 'Решение сохранено.' };
}

export async function sendExecution(id: string, _state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const input = executionSchema.safeParse({ ...enteredValues(form), version: Number(form.get('version')) });
  if (!input.success) return { failure: invalidForm(input.error.issues) };
  const controlled = await controlDecision(viewer, idOf(id), input.data, new Date());
  if (!controlled.ok) return { failure: controlled.failure };
  revalidatePath(HOME, 'layout');
  return { message: 'Исполнение записано.' };
}

'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { formLines, formText, invalidForm } from '@/app/(portal)/form-lines';
import { idOf } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { enteredValues, type FormState } from '@/lib/domain/form-state';
import { keepNetwork } from '@/lib/portal/networks/commands';
import { networkSchema } from '@/lib/portal/partnerships/schema';

export async function sendNetwork(id: string | null, _state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const input = networkSchema.safeParse({
    ...enteredValues(form),
    title: formText(form, 'networkTitle'),
    active: form.get('active') === 'yes',
    plan: formLines(form, 'title', 'on', 'form', 'outcome').filter(({ title }) => title.trim() !== ''),
    members: formLines(form, 'schoolId', 'teachers')
      .filter(({ schoolId }) => schoolId !== '')
      .map(({ schoolId, teachers }) => ({ schoolId, teachers: Number(teachers || Number.NaN) })),
  });
  if (!input.success) return { failure: invalidForm(input.error.issues) };
  const existing = id === null ? undefined : { id: idOf(id), version: Number(form.get('version')) };
  const kept = await keepNetwork(viewer, input.data, new Date(), existing);
  if (!kept.ok) return { failure: kept.failure };
  if (id === null) redirect(`/support/networks/${kept.value.id}`);
  revalidatePath(`/support/networks/${id}`);
  return { message: 'Сохранено.' };
}

'use server';

import { revalidatePath } from 'next/cache';
import { invalidForm } from '@/app/(portal)/form-lines';
import { idOf } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { enteredValues, type FormState } from '@/lib/domain/form-state';
import { changeCentrePage, showEventToAll } from '@/lib/portal/centre-page/commands';
import { centrePageSchema } from '@/lib/portal/centre-page/schema';

export async function sendCentrePage(_state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const input = centrePageSchema.safeParse(enteredValues(form));
  if (!input.success) return { failure: invalidForm(input.error.issues) };
  const changed = await changeCentrePage(viewer, input.data, new Date());
  if (!changed.ok) return { failure: changed.failure };
  revalidatePath('/settings/centre');
  return { message: 'Сохранено: страницу видят все.' };
}

export async function sendEventShown(
  { id, shown }: { id: string; shown: boolean },
  _state: FormState,
): Promise<FormState> {
  const viewer = await requireViewer();
  const changed = await showEventToAll(viewer, idOf(id), shown, new Date());
  if (!changed.ok) return { failure: changed.failure };
  revalidatePath('/settings/centre');
  return { message: shown ? 'Мероприятие видят все.' : 'Мероприятие убрано с открытой страницы.' };
}

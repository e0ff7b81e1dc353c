'use server';

import { revalidatePath } from 'next/cache';
import { idOf } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import type { FormState } from '@/lib/domain/form-state';
import { cancelLetter, sendAgain } from '@/lib/portal/messages/outbox';

export async function sendLetterAgain(id: string, _state: FormState): Promise<FormState> {
  const decided = await sendAgain(await requireViewer(), idOf(id), new Date());
  revalidatePath('/settings/outbox');
  return decided.ok ? { message: 'Письмо снова ждёт отправки.' } : { failure: decided.failure };
}

export async function sendLetterCancel(id: string, _state: FormState): Promise<FormState> {
  const decided = await cancelLetter(await requireViewer(), idOf(id), new Date());
  revalidatePath('/settings/outbox');
  return decided.ok ? { message: 'Письмо не уйдёт.' } : { failure: decided.failure };
}

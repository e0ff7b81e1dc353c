'use server';

import { revalidatePath } from 'next/cache';
import { invalidForm } from '@/app/(portal)/form-lines';
import { requireViewer } from '@/app/(portal)/viewer';
import { enteredValues, type FormState } from '@/lib/domain/form-state';
import { changeNoticeChannels, noticeChannelsSchema } from '@/lib/portal/messages/settings';

export async function sendNoticeChannels(_state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const channels = noticeChannelsSchema.safeParse(enteredValues(form));
  if (!channels.success) return { failure: invalidForm(channels.error.issues) };
  await changeNoticeChannels(viewer, channels.data);
  revalidatePath('/settings/notices');
  return { message: 'Сохранено.' };
}

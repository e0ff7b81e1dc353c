'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { formText, invalidForm } from '@/app/(portal)/form-lines';
import { idOf } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import type { FormState } from '@/lib/domain/form-state';
import { cancelEventSchema } from '@/lib/portal/events/schema';
import { cancelFollowing, publishSeries } from '@/lib/portal/events/series';

export async function sendPublishSeries(id: string, _state: FormState, _form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const published = await publishSeries(viewer, idOf(id), new Date());
  if (!published.ok) return { failure: published.failure };
  revalidatePath('/calendar', 'layout');
  return { message: 'Серия в календаре. Школы, для которых она проводится, и площадка извещены.' };
}

export async function sendCancelFollowing(id: string, _state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const input = cancelEventSchema.safeParse({
    version: Number(form.get('version')),
    reason: formText(form, 'reason'),
  });
  if (!input.success) return { failure: invalidForm(input.error.issues) };
  const cancelled = await cancelFollowing(viewer, idOf(id), input.data, new Date());
  if (!cancelled.ok) return { failure: cancelled.failure };
  // the event itself may have been a draft that is gone now
  redirect('/calendar');
}

'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { currentViewer, requireViewer } from '@/app/(portal)/viewer';
import { formInput } from '@/app/form-input';
import { failed, type Outcome } from '@/lib/domain/failure';
import { enteredValues, type FormState } from '@/lib/domain/form-state';
import {
  copyVersion,
  discardDraft,
  loadDefaultInstrument,
  publishVersion,
  saveDraft,
} from '@/lib/portal/instruments/commands';
import { copySchema, draftSchema, versionSchema } from '@/lib/portal/instruments/schema';

const PAGE = '/settings/instruments';

export async function sendDefaultInstrument(_state: FormState): Promise<FormState> {
  const loaded = await loadDefaultInstrument(await requireViewer(), new Date());
  if (!loaded.ok) return { failure: loaded.failure };
  revalidatePath(PAGE);
  return { message: 'Карта по умолчанию загружена.' };
}

export async function sendCopy(sourceId: string, _state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const values = enteredValues(form.entries());
  const input = formInput(copySchema, form);
  if (!input.ok) return { failure: input.failure, values };
  const copied = await copyVersion(viewer, sourceId, input.value, new Date());
  if (!copied.ok) return { failure: copied.failure, values };
  revalidatePath(PAGE);
  redirect(`${PAGE}/${copied.value.id}`);
}

/** Answers with a value in every case, an ended session too: the editor keeps what was entered. */
export async function sendDraft(versionId: string, draft: unknown): Promise<Outcome<{ version: number }>> {
  const viewer = await currentViewer();
  if (!viewer) return failed('UNAUTHENTICATED', 'Сеанс завершён. Войдите снова: введённое здесь не потеряется.');
  const input = draftSchema.safeParse(draft);
  if (!input.success) {
    const errors = input.error.issues.map((issue) => ({
      path: issue.path
        .filter((step) => step !== 'definition')
        .map(String)
        .join('.'),
      message: issue.message,
    }));
    return failed('INVALID', 'Черновик не сохранён: исправьте отмеченное.', { errors });
  }
  const saved = await saveDraft(viewer, versionId, input.data, new Date());
  if (saved.ok) revalidatePath(PAGE, 'layout');
  return saved;
}

export async function sendPublication(versionId: string, _state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const input = formInput(versionSchema, form);
  if (!input.ok) return { failure: input.failure };
  const published = await publishVersion(viewer, versionId, input.value.version, new Date());
  if (!published.ok) return { failure: published.failure };
  revalidatePath(PAGE, 'layout');
  redirect(`${PAGE}/${versionId}?done=published`);
}

export async function sendDiscard(versionId: string, _state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const input = formInput(versionSchema, form);
  if (!input.ok) return { failure: input.failure };
  const discarded = await discardDraft(viewer, versionId, input.value.version, new Date());
  if (!discarded.ok) return { failure: discarded.failure };
  revalidatePath(PAGE, 'layout');
  redirect(PAGE);
}

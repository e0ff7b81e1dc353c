'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { invalidForm } from '@/app/(portal)/form-lines';
import { idOf } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { failed } from '@/lib/domain/failure';
import { enteredValues, type FormState } from '@/lib/domain/form-state';
import { addDocument, attachDocumentFile, changeDocument } from '@/lib/portal/documents/commands';
import { documentChangeSchema, documentSchema } from '@/lib/portal/documents/schema';

const entered = (form: FormData) => ({ ...enteredValues(form), inForce: form.get('inForce') === 'yes' });
const versionOf = (form: FormData) => Number(form.get('version'));

export async function sendDocument(_state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const input = documentSchema.safeParse(entered(form));
  if (!input.success) return { failure: invalidForm(input.error.issues) };
  const added = await addDocument(viewer, input.data, new Date());
  if (!added.ok) return { failure: added.failure };
  redirect(`/library/${added.value.id}`);
}

export async function sendDocumentChange(id: string, _state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const input = documentChangeSchema.safeParse({ ...entered(form), version: versionOf(form) });
  if (!input.success) return { failure: invalidForm(input.error.issues) };
  const changed = await changeDocument(viewer, idOf(id), input.data, new Date());
  if (!changed.ok) return { failure: changed.failure };
  redirect(`/library/${id}`);
}

export async function sendArchive(
  { id, archived }: { id: string; archived: boolean },
  _state: FormState,
  form: FormData,
): Promise<FormState> {
  const viewer = await requireViewer();
  const changed = await changeDocument(viewer, idOf(id), { version: versionOf(form), archived }, new Date());
  if (!changed.ok) return { failure: changed.failure };
  revalidatePath(`/library/${id}`);
  return { message: archived ? 'Документ убран в архив.' : 'Документ возвращён в библиотеку.' };
}

export async function sendDocumentFile(id: string, _state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const file = form.get('file');
  if (!(file instanceof File) || file.name === '') {
    const errors = [{ path: 'file', message: 'Файл не выбран.' }];
    return { failure: failed('INVALID', 'Выберите файл.', { errors }).failure };
  }
  const upload = { announced: file.size, contents: file.stream() };
  const stored = await attachDocumentFile(viewer, idOf(id), file.name, upload, new Date());
  if (!stored.ok) return { failure: stored.failure };
  revalidatePath(`/library/${id}`);
  const { name, readable } = stored.value;
  return {
    message: readable
      ? `Файл «${name}» загружен, поиск видит его текст.`
      : `Файл «${name}» загружен. Текста в нём нет: найдётся только по названию и описанию.`,
  };
}

'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { idOf } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { failed } from '@/lib/domain/failure';
import type { FormState } from '@/lib/domain/form-state';
import { attachSupportFile, removeSupportFile } from '@/lib/portal/support-files/commands';
import { fileFormSchema } from '@/lib/portal/support-files/schema';

export async function sendFile(_state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const file = form.get('file');
  const input = fileFormSchema.safeParse(Object.fromEntries(form));
  if (!input.success)
    return { failure: failed('INVALID', 'Форма отправлена не полностью. Обновите страницу.').failure };
  const { subjectType, subjectId, back } = input.data;
  if (!(file instanceof File) || file.name === '') {
    const errors = [{ path: `file-${subjectId}`, message: 'Файл не выбран.' }];
    return { failure: failed('INVALID', 'Выберите файл.', { errors }).failure };
  }
  const upload = { announced: file.size, contents: file.stream() };
  const stored = await attachSupportFile(viewer, { type: subjectType, id: subjectId }, file.name, upload, new Date());
  if (!stored.ok) return { failure: stored.failure };
  revalidatePath(back.split('?')[0] ?? back);
  return { message: `Файл «${stored.value.name}» приложен.` };
}

export async function sendRemoveFile(form: FormData): Promise<void> {
  const viewer = await requireViewer();
  const back = fileFormSchema.shape.back.safeParse(form.get('back'));
  // refused or already gone: the page that comes back shows what is there
  await removeSupportFile(viewer, idOf(String(form.get('id') ?? '')), new Date());
  redirect(back.success ? back.data : '/support');
}

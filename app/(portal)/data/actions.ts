'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { idOf } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { failed } from '@/lib/domain/failure';
import type { FormState } from '@/lib/domain/form-state';
import { countOf } from '@/lib/domain/russian';
import { applyImport, changeMapping, chooseSchools, discardImport, undoImport } from '@/lib/portal/imports/commands';
import { choicesSchema, headerChoicesSchema } from '@/lib/portal/imports/schema';

const pageOf = (id: string) => `/data/imports/${id}`;

export async function sendApply(id: string): Promise<FormState> {
  const viewer = await requireViewer();
  const applied = await applyImport(viewer, idOf(id), new Date());
  if (!applied.ok) return { failure: applied.failure };
  redirect(`${pageOf(id)}?done=apply`);
}

export async function sendUndo(id: string): Promise<FormState> {
  const viewer = await requireViewer();
  const undone = await undoImport(viewer, idOf(id), new Date());
  if (!undone.ok) return { failure: undone.failure };
  redirect(`${pageOf(id)}?done=undo`);
}

export async function sendDiscard(id: string): Promise<FormState> {
  const viewer = await requireViewer();
  const discarded = await discardImport(viewer, idOf(id), new Date());
  if (!discarded.ok) return { failure: discarded.failure };
  redirect('/data/imports');
}

/** The lines of a table whose fields carry the number of the line: `school-3`. */
function lines<Name extends string>(form: FormData, ...names: Name[]): Record<Name, string>[] {
  const numbers = [...form.keys()].flatMap((key) => (key.startsWith(`${names[0]}-`) ? [key.split('-').at(-1)] : []));
  return numbers.map(
    (at) =>
      Object.fromEntries(names.map((name) => [name, String(form.get(`${name}-${at}`) ?? '')])) as Record<Name, string>,
  );
}

export async function sendSchools(id: string, _state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const remember = form.get('remember') === 'yes';
  const chosen = lines(form, 'text', 'school').map(({ text, school }) => ({
    text,
    schoolId: school || null,
    remember,
  }));
  const input = choicesSchema.safeParse({ choices: chosen });
  if (!input.success)
    return { failure: failed('INVALID', 'Форма отправлена не полностью. Обновите страницу.').failure };
  const stored = await chooseSchools(viewer, idOf(id), input.data.choices, new Date());
  return storedState(id, stored);
}

export async function sendColumns(id: string, _state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  // what was not touched stays a guess, so that a better guess may come
  const columns = lines(form, 'header', 'was', 'field')
    .filter(({ was, field }) => was !== field)
    .map(({ header, field }) => ({ header, field: field || null }));
  const input = headerChoicesSchema.safeParse({ columns, remember: form.get('remember') === 'yes' });
  if (!input.success)
    return { failure: failed('INVALID', 'Форма отправлена не полностью. Обновите страницу.').failure };
  if (columns.length === 0) return { message: 'Столбцы прочитаны так, как указано: менять нечего.' };
  const stored = await changeMapping(viewer, idOf(id), input.data, new Date());
  return storedState(id, stored);
}

function storedState(id: string, stored: Awaited<ReturnType<typeof chooseSchools>>): FormState {
  if (!stored.ok) return { failure: stored.failure };
  revalidatePath(pageOf(id));
  const { accepted, rows } = stored.value;
  return { message: `Файл прочитан заново: годится ${countOf(accepted, 'строка', 'строки', 'строк')} из ${rows}.` };
}

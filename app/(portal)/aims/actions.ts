'use server';

import { revalidatePath } from 'next/cache';
import { invalidForm } from '@/app/(portal)/form-lines';
import { idOf } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { failed } from '@/lib/domain/failure';
import { enteredValues, type FormState } from '@/lib/domain/form-state';
import { countOf } from '@/lib/domain/russian';
import { isSchoolYear } from '@/lib/domain/school-year';
import {
  addLinks,
  addOwnIndicator,
  beginYear,
  removeLink,
  removeOwnIndicator,
  setTarget,
  writePosition,
} from '@/lib/portal/aims/commands';
import {
  linkSchema,
  linksSchema,
  ownIndicatorSchema,
  positionTextSchema,
  targetSchema,
} from '@/lib/portal/aims/schema';

const noYear = () => failed('INVALID', 'Учебный год указан неверно. Вернитесь к списку и выберите год.');

export async function sendBeginYear(
  { schoolYear, copyFrom }: { schoolYear: string; copyFrom: string | null },
  _state: FormState,
): Promise<FormState> {
  const viewer = await requireViewer();
  if (!isSchoolYear(schoolYear) || (copyFrom !== null && !isSchoolYear(copyFrom))) return { failure: noYear().failure };
  const begun = await beginYear(viewer, schoolYear, copyFrom, new Date());
  if (!begun.ok) return { failure: begun.failure };
  revalidatePath('/aims', 'layout');
  return { message: begun.value.begun ? 'Год начат: заполните позиции.' : 'Год уже начат.' };
}

export async function sendPosition(id: string, _state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const values = enteredValues(form);
  const input = positionTextSchema.safeParse(values);
  if (!input.success) return { failure: invalidForm(input.error.issues), values };
  const written = await writePosition(viewer, idOf(id), input.data, new Date());
  if (!written.ok) return { failure: written.failure, values };
  revalidatePath('/aims', 'layout');
  return { message: 'Текст сохранён.' };
}

/** A link as a form sends it, «event 0190…». */
function linkOf(value: string) {
  const [type, id] = value.split(' ');
  return { type, id };
}

export async function sendLinks(id: string, _state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const links = linksSchema.safeParse(form.getAll('link').map((value) => linkOf(String(value))));
  if (!links.success) {
    return { failure: failed('INVALID', links.error.issues[0]?.message ?? 'Отметьте, на что сослаться.').failure };
  }
  const added = await addLinks(viewer, idOf(id), links.data, new Date());
  if (!added.ok) return { failure: added.failure };
  revalidatePath('/aims', 'layout');
  return { message: `Добавлено: ${countOf(added.value.added, 'ссылка', 'ссылки', 'ссылок')}.` };
}

export async function sendRemoveLink(id: string, link: string, _state: FormState): Promise<FormState> {
  const viewer = await requireViewer();
  const input = linkSchema.safeParse(linkOf(link));
  if (!input.success) return { failure: invalidForm(input.error.issues) };
  const removed = await removeLink(viewer, idOf(id), input.data, new Date());
  if (!removed.ok) return { failure: removed.failure };
  revalidatePath('/aims', 'layout');
  return { message: 'Ссылка убрана.' };
}

export async function sendTarget(
  { schoolYear, code }: { schoolYear: string; code: string },
  _state: FormState,
  form: FormData,
): Promise<FormState> {
  const viewer = await requireViewer();
  if (!isSchoolYear(schoolYear)) return { failure: noYear().failure };
  const values = enteredValues(form);
  const input = targetSchema.safeParse(values);
  if (!input.success) return { failure: invalidForm(input.error.issues), values };
  const set = await setTarget(viewer, schoolYear, code, input.data, new Date());
  if (!set.ok) return { failure: set.failure, values };
  revalidatePath('/aims', 'layout');
  return { message: 'Показатель сохранён.' };
}

export async function sendOwnIndicator(schoolYear: string, _state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  if (!isSchoolYear(schoolYear)) return { failure: noYear().failure };
  const input = ownIndicatorSchema.safeParse(enteredValues(form));
  if (!input.success) return { failure: invalidForm(input.error.issues) };
  const added = await addOwnIndicator(viewer, schoolYear, input.data, new Date());
  if (!added.ok) return { failure: added.failure };
  revalidatePath('/aims', 'layout');
  return { message: `Показатель «${input.data.title}» добавлен.` };
}

export async function sendRemoveIndicator(
  { schoolYear, code }: { schoolYear: string; code: string },
  _state: FormState,
): Promise<FormState> {
  const viewer = await requireViewer();
  if (!isSchoolYear(schoolYear)) return { failure: noYear().failure };
  const removed = await removeOwnIndicator(viewer, schoolYear, code, new Date());
  if (!removed.ok) return { failure: removed.failure };
  revalidatePath('/aims', 'layout');
  return { message: 'Показатель убран из этого года.' };
}

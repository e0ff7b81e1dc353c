'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { requireViewer } from '@/app/(portal)/viewer';
import { formInput } from '@/app/form-input';
import { joinedSubjects } from '@/components/schools/advanced-subjects';
import { failed } from '@/lib/domain/failure';
import { enteredValues, type FormState } from '@/lib/domain/form-state';
import { countOf } from '@/lib/domain/russian';
import { addSchool, addSchools, changePassport, mergeInto, moveToMunicipality } from '@/lib/portal/schools/commands';
import { mergerSchema, moveSchema, newSchoolSchema, passportChangeSchema } from '@/lib/portal/schools/schema';
import { schoolsFromLines } from '@/lib/portal/schools/school-lines';

/** The ticked subjects, and all that was entered with them as one text for a form that comes back. */
function enteredSchool(form: FormData) {
  const advanced = form.getAll('advanced').map(String);
  return { advanced, values: { ...enteredValues(form.entries()), advanced: joinedSubjects(advanced) } };
}

export async function sendNewSchool(_state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const { advanced, values } = enteredSchool(form);
  const input = formInput(newSchoolSchema, form, { advanced });
  if (!input.ok) return { failure: input.failure, values };
  const added = await addSchool(viewer, input.value, new Date());
  if (!added.ok) return { failure: added.failure, values };
  redirect(`/schools/${added.value.id}`);
}

export async function sendSchoolLines(_state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const values = enteredValues(form.entries());
  const parsed = schoolsFromLines(values.lines ?? '', values.municipalityId ?? '');
  if (parsed.errors.length > 0 || parsed.schools.length === 0) {
    const errors = parsed.errors.map((message) => ({ path: 'lines', message }));
    const detail = errors.length > 0 ? 'Ничего не добавлено: исправьте строки' : 'Вставьте хотя бы одну строку';
    return { failure: failed('INVALID', detail, { errors }).failure, values };
  }
  const added = await addSchools(viewer, parsed.schools, new Date());
  if (!added.ok) return { failure: added.failure, values };
  revalidatePath('/schools');
  return { message: `Добавлено: ${countOf(added.value.ids.length, 'школа', 'школы', 'школ')}.` };
}

export async function sendPassport(id: string, _state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const { advanced, values } = enteredSchool(form);
  const input = formInput(passportChangeSchema, form, { advanced });
  if (!input.ok) return { failure: input.failure, values };
  const changed = await changePassport(viewer, id, input.value, new Date());
  if (!changed.ok) return { failure: changed.failure, values };
  redirect(`/schools/${id}?tab=passport`);
}

export async function sendMerger(id: string, _state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const values = enteredValues(form.entries());
  const input = formInput(mergerSchema, form);
  if (!input.ok) return { failure: input.failure, values };
  const merged = await mergeInto(viewer, id, input.value, new Date());
  if (!merged.ok) return { failure: merged.failure, values };
  redirect(`/schools/${id}?tab=passport`);
}

export async function sendMove(id: string, _state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const values = enteredValues(form.entries());
  const input = formInput(moveSchema, form);
  if (!input.ok) return { failure: input.failure, values };
  const moved = await moveToMunicipality(viewer, id, input.value, new Date());
  if (!moved.ok) return { failure: moved.failure, values };
  redirect(`/schools/${id}?tab=passport`);
}

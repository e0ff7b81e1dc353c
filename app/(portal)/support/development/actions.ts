'use server';

import { revalidatePath } from 'next/cache';
import { formText, invalidForm } from '@/app/(portal)/form-lines';
import { idOf } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import type { Outcome } from '@/lib/domain/failure';
import { enteredValues, type FormState } from '@/lib/domain/form-state';
import {
  addPsychology,
  enrol,
  keepCourse,
  keepDeficit,
  keepMentoring,
  keepRoutes,
} from '@/lib/portal/development/commands';
import {
  courseSchema,
  deficitSchema,
  enrolmentSchema,
  mentoringSchema,
  psychologySchema,
  routesSchema,
} from '@/lib/portal/development/schema';

function told(outcome: Outcome<unknown>, message: string): FormState {
  if (!outcome.ok) return { failure: outcome.failure };
  revalidatePath('/support/development');
  return { message };
}

/** Text fields, with those that are counts as numbers; what is empty is no number. */
function withCounts(form: FormData, ...counts: string[]): Record<string, unknown> {
  return {
    ...enteredValues(form),
    ...Object.fromEntries(counts.map((name) => [name, Number(formText(form, name) || Number.NaN)])),
  };
}

const existing = (id: string | null, form: FormData) =>
  id === null ? undefined : { id: idOf(id), version: Number(form.get('version')) };

export async function sendMentoring(id: string | null, _state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const input = mentoringSchema.safeParse(enteredValues(form));
  if (!input.success) return { failure: invalidForm(input.error.issues) };
  return told(await keepMentoring(viewer, input.data, new Date(), existing(id, form)), 'Пара сохранена.');
}

export async function sendDeficit(_state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const input = deficitSchema.safeParse(withCounts(form, 'teachers', 'withDeficit'));
  if (!input.success) return { failure: invalidForm(input.error.issues) };
  return told(await keepDeficit(viewer, input.data, new Date()), 'Дефициты записаны.');
}

export async function sendCourse(id: string | null, _state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const input = courseSchema.safeParse({
    ...withCounts(form, 'hours', 'places'),
    active: form.get('active') === 'yes',
  });
  if (!input.success) return { failure: invalidForm(input.error.issues) };
  return told(await keepCourse(viewer, input.data, new Date(), existing(id, form)), 'Программа сохранена.');
}

export async function sendEnrolment(_state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const input = enrolmentSchema.safeParse(withCounts(form, 'enrolled', 'completed'));
  if (!input.success) return { failure: invalidForm(input.error.issues) };
  return told(await enrol(viewer, input.data, new Date()), 'Запись сохранена.');
}

export async function sendRoutes(_state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const input = routesSchema.safeParse(withCounts(form, 'grade', 'routes', 'progressing', 'completed'));
  if (!input.success) return { failure: invalidForm(input.error.issues) };
  return told(
    await keepRoutes(viewer, input.data, new Date()),
    'Маршруты записаны. За пределами школы группы меньше 5 скрыты.',
  );
}

export async function sendPsychology(_state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const input = psychologySchema.safeParse(withCounts(form, 'sessions', 'participants'));
  if (!input.success) return { failure: invalidForm(input.error.issues) };
  return told(await addPsychology(viewer, input.data, new Date()), 'Работа психологов записана.');
}

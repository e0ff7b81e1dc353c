'use server';

import { revalidatePath } from 'next/cache';
import { formText, invalidForm } from '@/app/(portal)/form-lines';
import { idOf } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import type { Outcome } from '@/lib/domain/failure';
import { enteredValues, type FormState } from '@/lib/domain/form-state';
import { giveFeedback, markAttendance, signUp, withdrawSignUp } from '@/lib/portal/event-participation/commands';
import { attendanceSchema, feedbackSchema, signUpSchema } from '@/lib/portal/event-participation/schema';

/** A number of a form; an empty field is none. */
const number = (form: FormData, name: string): number => {
  const text = formText(form, name);
  return text === '' ? Number.NaN : Number(text);
};

function told(eventId: string, outcome: Outcome<unknown>, message: string): FormState {
  if (!outcome.ok) return { failure: outcome.failure };
  revalidatePath(`/calendar/${eventId}`, 'layout');
  return { message };
}

export async function sendSignUp(eventId: string, _state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const input = signUpSchema.safeParse({
    ...{ schoolId: viewer.schoolId ?? formText(form, 'schoolId'), posts: formText(form, 'posts') },
    participants: number(form, 'participants'),
  });
  if (!input.success) return { failure: invalidForm(input.error.issues) };
  const asked = await signUp(viewer, idOf(eventId), input.data, new Date());
  const waits = asked.ok && asked.value.state === 'WAITING';
  return told(eventId, asked, waits ? 'Мест пока нет: школа в листе ожидания.' : 'Записано.');
}

export async function sendWithdrawal(
  { eventId, schoolId }: { eventId: string; schoolId: string },
  _state: FormState,
  _form: FormData,
): Promise<FormState> {
  const viewer = await requireViewer();
  const withdrawn = await withdrawSignUp(viewer, idOf(eventId), idOf(schoolId), new Date());
  return told(eventId, withdrawn, 'Запись отменена, места отданы тем, кто ждёт.');
}

export async function sendAttendance(eventId: string, _state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const input = attendanceSchema.safeParse({ ...enteredValues(form), attended: number(form, 'attended') });
  if (!input.success) return { failure: invalidForm(input.error.issues) };
  return told(eventId, await markAttendance(viewer, idOf(eventId), input.data, new Date()), 'Отмечено.');
}

export async function sendFeedback(eventId: string, _state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const input = feedbackSchema.safeParse({
    ...{ useful: number(form, 'useful'), applicable: number(form, 'applicable'), text: formText(form, 'feedback') },
  });
  if (!input.success) return { failure: invalidForm(input.error.issues) };
  return told(eventId, await giveFeedback(viewer, idOf(eventId), input.data, new Date()), 'Спасибо, отзыв сохранён.');
}

'use server';

import { revalidatePath } from 'next/cache';
import { formLines, formText, invalidForm } from '@/app/(portal)/form-lines';
import { idOf } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import type { Outcome } from '@/lib/domain/failure';
import { enteredValues, type FormState } from '@/lib/domain/form-state';
import { countOf } from '@/lib/domain/russian';
import { contactsSchema, type StepCode } from '@/lib/domain/support/case';
import {
  addEntry,
  assignCurator,
  changeContacts,
  changeStep,
  closeCase,
  declareConflict,
  endCuratorship,
  endWatch,
  handOver,
  keepStudy,
  moveConcern,
  openCases,
  publishStudy,
  watchSchool,
  withdrawConflict,
} from '@/lib/portal/support-cases/commands';
import {
  closeCaseSchema,
  concernSchema,
  conflictSchema,
  curatorSchema,
  entrySchema,
  handOverSchema,
  openCasesSchema,
  reasonSchema,
  stepSchema,
  studySchema,
  watchSchema,
} from '@/lib/portal/support-cases/schema';

const versionOf = (form: FormData) => Number(form.get('version'));

function told(outcome: Outcome<unknown>, message: string): FormState {
  if (!outcome.ok) return { failure: outcome.failure };
  revalidatePath('/support', 'layout');
  return { message };
}

export async function sendOpenCases(_state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const input = openCasesSchema.safeParse({ ...enteredValues(form), schoolIds: form.getAll('schools').map(String) });
  if (!input.success) return { failure: invalidForm(input.error.issues) };
  const opened = await openCases(viewer, input.data, new Date());
  return told(
    opened,
    `Сопровождение открыто, школы извещены: ${countOf(input.data.schoolIds.length, 'школа', 'школы', 'школ')}.`,
  );
}

export async function sendStep(
  { caseId, code }: { caseId: string; code: StepCode },
  _state: FormState,
  form: FormData,
): Promise<FormState> {
  const viewer = await requireViewer();
  const input = stepSchema.safeParse({ ...enteredValues(form), version: versionOf(form) });
  if (!input.success) return { failure: invalidForm(input.error.issues) };
  return told(await changeStep(viewer, idOf(caseId), code, input.data, new Date()), 'Шаг сохранён.');
}

export async function sendContacts(caseId: string, _state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const lines = formLines(form, 'post', 'phone', 'email').filter(({ post }) => post.trim() !== '');
  const contacts = contactsSchema.safeParse(lines);
  if (!contacts.success) {
    const errors = contacts.error.issues.map(({ path, message }) => ({
      path: `${String(path[1])}-${String(path[0])}`,
      message,
    }));
    return { failure: { code: 'INVALID', detail: 'Проверьте контакты', errors } };
  }
  const change = { version: versionOf(form), contacts: contacts.data };
  return told(await changeContacts(viewer, idOf(caseId), change, new Date()), 'Контакты сохранены.');
}

export async function sendEntry(caseId: string, _state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const input = entrySchema.safeParse({ ...enteredValues(form), shared: form.get('shared') === 'yes' });
  if (!input.success) return { failure: invalidForm(input.error.issues) };
  return told(await addEntry(viewer, idOf(caseId), input.data, new Date()), 'Записано.');
}

export async function sendConcern(entryId: string, _state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const input = concernSchema.safeParse({ ...enteredValues(form), version: versionOf(form) });
  if (!input.success) return { failure: invalidForm(input.error.issues) };
  return told(await moveConcern(viewer, idOf(entryId), input.data, new Date()), 'Записано.');
}

export async function sendClose(caseId: string, _state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const input = closeCaseSchema.safeParse({ ...enteredValues(form), version: versionOf(form) });
  if (!input.success) return { failure: invalidForm(input.error.issues) };
  return told(await closeCase(viewer, idOf(caseId), input.data, new Date()), 'Поддержка завершена, школа извещена.');
}

export async function sendCurator(_state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const input = curatorSchema.safeParse({ ...enteredValues(form), schoolIds: form.getAll('schools').map(String) });
  if (!input.success) return { failure: invalidForm(input.error.issues) };
  return told(await assignCurator(viewer, input.data, new Date()), 'Куратор назначен.');
}

export async function sendEndCurator(id: string, _state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const input = reasonSchema.safeParse({ reason: formText(form, 'reason') });
  if (!input.success) return { failure: invalidForm(input.error.issues) };
  const end = { on: formText(form, 'on'), reason: input.data.reason };
  return told(await endCuratorship(viewer, idOf(id), end, new Date()), 'Кураторство завершено.');
}

export async function sendHandOver(_state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const input = handOverSchema.safeParse(enteredValues(form));
  if (!input.success) return { failure: invalidForm(input.error.issues) };
  const handed = await handOver(viewer, input.data, new Date());
  return told(
    handed,
    `Передано: ${handed.ok ? handed.value.words : ''}. Открытые шаги и части обследований — у нового куратора.`,
  );
}

export async function sendConflict(_state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const input = conflictSchema.safeParse(enteredValues(form));
  if (!input.success) return { failure: invalidForm(input.error.issues) };
  return told(await declareConflict(viewer, input.data, new Date()), 'Конфликт интересов записан.');
}

export async function sendWithdrawConflict(id: string, _state: FormState, _form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  return told(await withdrawConflict(viewer, idOf(id), new Date()), 'Запись убрана.');
}

export async function sendWatch(_state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const input = watchSchema.safeParse(enteredValues(form));
  if (!input.success) return { failure: invalidForm(input.error.issues) };
  return told(await watchSchool(viewer, input.data, new Date()), 'Школа под наблюдением.');
}

export async function sendEndWatch(id: string, _state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const input = reasonSchema.safeParse({ reason: formText(form, 'reason') });
  if (!input.success) return { failure: invalidForm(input.error.issues) };
  return told(await endWatch(viewer, idOf(id), input.data.reason, new Date()), 'Наблюдение снято.');
}

export async function sendStudy(id: string | null, _state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const criteria = formText(form, 'criteria')
    .split(/[\s,;]+/)
    .filter(Boolean);
  const input = studySchema.safeParse({ ...enteredValues(form), criteria });
  if (!input.success) return { failure: invalidForm(input.error.issues) };
  const existing = id === null ? undefined : { id: idOf(id), version: versionOf(form) };
  return told(await keepStudy(viewer, input.data, new Date(), existing), 'История сохранена.');
}

export async function sendPublishStudy(
  { id, published }: { id: string; published: boolean },
  _state: FormState,
  _form: FormData,
): Promise<FormState> {
  const viewer = await requireViewer();
  const done = published ? 'История видна школам города.' : 'История снята с публикации.';
  return told(await publishStudy(viewer, idOf(id), published, new Date()), done);
}

'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { formText, invalidForm } from '@/app/(portal)/form-lines';
import { idOf } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import type { Outcome } from '@/lib/domain/failure';
import { enteredValues, type FormState } from '@/lib/domain/form-state';
import { countOf } from '@/lib/domain/russian';
import {
  answerRecommendation,
  cancelRecommendation,
  changeRecommendation,
  checkRecommendation,
  draftFromTemplates,
  draftRecommendation,
  issueRecommendation,
  issueRecommendations,
  keepTemplate,
} from '@/lib/portal/recommendations/commands';
import {
  answerSchema,
  cancelSchema,
  checkSchema,
  recommendationChangeSchema,
  recommendationSchema,
  templateSchema,
} from '@/lib/portal/recommendations/schema';

const HOME = '/support/recommendations';
const versionOf = (form: FormData) => Number(form.get('version'));
const groundsOf = (form: FormData) => ({
  criteria: form.getAll('criteria').map(String),
  risks: form.getAll('risks').map(String),
});

function told(outcome: Outcome<unknown>, message: string, id: string): FormState {
  if (!outcome.ok) return { failure: outcome.failure };
  revalidatePath(`${HOME}/${id}`);
  return { message };
}

export async function sendDraft(_state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const input = recommendationSchema.safeParse({ ...enteredValues(form), ...groundsOf(form) });
  if (!input.success) return { failure: invalidForm(input.error.issues) };
  const drafted = await draftRecommendation(viewer, input.data, new Date());
  if (!drafted.ok) return { failure: drafted.failure };
  redirect(`${HOME}/${drafted.value.id}`);
}

export async function sendTemplateDrafts(_state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const schoolYear = formText(form, 'schoolYear');
  const schoolId = idOf(formText(form, 'schoolId'));
  const input = { schoolId, schoolYear, templateIds: form.getAll('templates').map(String) };
  const drafted = await draftFromTemplates(viewer, input, new Date());
  if (!drafted.ok) return { failure: drafted.failure };
  redirect(`${HOME}?year=${schoolYear}&school=${schoolId}&status=DRAFT`);
}

export async function sendChange(id: string, _state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const input = recommendationChangeSchema.safeParse({
    ...enteredValues(form),
    ...groundsOf(form),
    version: versionOf(form),
  });
  if (!input.success) return { failure: invalidForm(input.error.issues) };
  return told(await changeRecommendation(viewer, idOf(id), input.data, new Date()), 'Проект сохранён.', id);
}

export async function sendIssue(id: string, _state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const issued = await issueRecommendation(viewer, idOf(id), { version: versionOf(form) }, new Date());
  return told(issued, 'Направлена адресату.', id);
}

export async function sendIssueMany(_state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const drafts = form.getAll('drafts').flatMap((text) => {
    const [id = '', version] = String(text).split(' ');
    return id === '' ? [] : [{ id: idOf(id), version: Number(version) }];
  });
  const issued = await issueRecommendations(viewer, drafts, new Date());
  if (!issued.ok) return { failure: issued.failure };
  revalidatePath(HOME);
  return { message: `Направлено: ${countOf(issued.value.issued, 'рекомендация', 'рекомендации', 'рекомендаций')}.` };
}

export async function sendAnswer(id: string, _state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const input = answerSchema.safeParse({ ...enteredValues(form), version: versionOf(form) });
  if (!input.success) return { failure: invalidForm(input.error.issues) };
  return told(await answerRecommendation(viewer, idOf(id), input.data, new Date()), 'Ответ сохранён.', id);
}

export async function sendCheck(id: string, _state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const said = formText(form, 'done');
  const input = checkSchema.safeParse({
    version: versionOf(form),
    outcome: formText(form, 'outcome'),
    ...(said !== '' && { done: said === 'yes' }),
  });
  if (!input.success) return { failure: invalidForm(input.error.issues) };
  return told(await checkRecommendation(viewer, idOf(id), input.data, new Date()), 'Проверка записана.', id);
}

export async function sendCancel(id: string, _state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const input = cancelSchema.safeParse({ ...enteredValues(form), version: versionOf(form) });
  if (!input.success) return { failure: invalidForm(input.error.issues) };
  return told(await cancelRecommendation(viewer, idOf(id), input.data, new Date()), 'Рекомендация отменена.', id);
}

const codes = (text: string) => text.split(/[\s,;]+/).filter(Boolean);

export async function sendTemplate(id: string | null, _state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const input = templateSchema.safeParse({
    ...enteredValues(form),
    criteria: codes(formText(form, 'criteria')),
    risks: codes(formText(form, 'risks')),
    days: Number(formText(form, 'days') || Number.NaN),
    active: form.get('active') === 'yes',
  });
  if (!input.success) return { failure: invalidForm(input.error.issues) };
  const existing = id === null ? undefined : { id: idOf(id), version: versionOf(form) };
  const kept = await keepTemplate(viewer, input.data, new Date(), existing);
  if (!kept.ok) return { failure: kept.failure };
  redirect(`${HOME}/templates`);
}

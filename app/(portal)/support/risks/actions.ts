'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { formLines, formText, invalidForm } from '@/app/(portal)/form-lines';
import { idOf } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import type { Outcome } from '@/lib/domain/failure';
import type { FormState } from '@/lib/domain/form-state';
import { riskFactorsSchema } from '@/lib/domain/support/risk';
import { answerRisks, beginProfile, changeFactors, changeRisks, stepProfile } from '@/lib/portal/risks/commands';
import { opinionsSchema, riskItemsSchema } from '@/lib/portal/risks/schema';

const HOME = '/support/risks';
const versionOf = (form: FormData) => Number(form.get('version'));

function told(outcome: Outcome<unknown>, message: string, id: string): FormState {
  if (!outcome.ok) return { failure: outcome.failure };
  revalidatePath(`${HOME}/${id}`);
  return { message };
}

export async function sendBegin(_state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const input = { schoolId: idOf(formText(form, 'schoolId')), schoolYear: formText(form, 'schoolYear') };
  const begun = await beginProfile(viewer, input, new Date());
  if (!begun.ok) return { failure: begun.failure };
  redirect(`${HOME}/${begun.value.id}`);
}

export async function sendRisks(id: string, _state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const items = riskItemsSchema.safeParse(
    form.getAll('factor').map((factor) => ({
      factor,
      significance: formText(form, `significance-${factor}`),
      evidence: formText(form, `evidence-${factor}`),
      criteria: form.getAll(`criteria-${factor}`),
      findingIds: form.getAll(`findings-${factor}`),
      chosen: form.get(`chosen-${factor}`) === 'yes',
    })),
  );
  if (!items.success) return { failure: invalidForm(items.error.issues) };
  const change = { version: versionOf(form), items: items.data };
  return told(await changeRisks(viewer, idOf(id), change, new Date()), 'Сохранено.', id);
}

export async function sendOpinions(id: string, _state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const answered = form.getAll('factor').filter((factor) => formText(form, `opinion-${factor}`) !== '');
  const opinions = opinionsSchema.safeParse(
    answered.map((factor) => ({
      factor,
      opinion: formText(form, `opinion-${factor}`),
      opinionText: formText(form, `text-${factor}`),
    })),
  );
  if (!opinions.success) return { failure: invalidForm(opinions.error.issues) };
  const change = { version: versionOf(form), opinions: opinions.data };
  return told(await answerRisks(viewer, idOf(id), change, new Date()), 'Ответ сохранён, МОЦ извещён.', id);
}

const DONE = {
  send: 'Отправлено школе.',
  verify: 'Профиль проверен со школой.',
  reopen: 'Профиль открыт снова.',
} as const;

export async function sendStep(
  { id, step }: { id: string; step: keyof typeof DONE },
  _state: FormState,
  form: FormData,
): Promise<FormState> {
  const viewer = await requireViewer();
  return told(await stepProfile(viewer, idOf(id), step, versionOf(form), new Date()), DONE[step], id);
}

export async function sendFactors(_state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const lines = formLines(form, 'code', 'title', 'hints', 'active').filter(({ title }) => title.trim() !== '');
  const numbers = lines.map(({ code }) => Number(code.slice(1))).filter(Number.isInteger);
  let last = Math.max(0, ...numbers);
  const nextCode = () => {
    last += 1;
    return `R${String(last).padStart(2, '0')}`;
  };
  const factors = riskFactorsSchema.safeParse(
    lines.map(({ code, title, hints, active }) => ({
      code: code || nextCode(),
      title,
      hints: hints.split(/[\s,;]+/).filter(Boolean),
      active: active !== 'no',
    })),
  );
  if (!factors.success) return { failure: invalidForm(factors.error.issues) };
  const changed = await changeFactors(viewer, { factors: factors.data, version: versionOf(form) }, new Date());
  if (!changed.ok) return { failure: changed.failure };
  revalidatePath(HOME, 'layout');
  return { message: 'Справочник сохранён. Начатые профили хранят прежние факторы.' };
}

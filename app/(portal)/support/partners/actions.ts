'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { formLines, formText, invalidForm } from '@/app/(portal)/form-lines';
import { idOf } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { failed, type Outcome } from '@/lib/domain/failure';
import { enteredValues, type FormState } from '@/lib/domain/form-state';
import { countOf } from '@/lib/domain/russian';
import {
  changePartnership,
  proposePartnership,
  proposePartnerships,
  stepPartnership,
} from '@/lib/portal/partnerships/commands';
import { partnerProposal } from '@/lib/portal/partnerships/queries';
import { newPartnershipSchema, partnershipChangeSchema, partnershipStepSchema } from '@/lib/portal/partnerships/schema';

const HOME = '/support/partners';

function told(outcome: Outcome<unknown>, message: string): FormState {
  if (!outcome.ok) return { failure: outcome.failure };
  revalidatePath(HOME, 'layout');
  return { message };
}

export async function sendPartnership(_state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const input = newPartnershipSchema.safeParse({
    ...enteredValues(form),
    schoolIds: form.getAll('schools').map(String),
    reasons: formText(form, 'reasons')
      .split('\n')
      .filter((line) => line.trim() !== ''),
  });
  if (!input.success) return { failure: invalidForm(input.error.issues) };
  const proposed = await proposePartnership(viewer, input.data, new Date());
  if (!proposed.ok) return { failure: proposed.failure };
  redirect(`${HOME}/${proposed.value.id}`);
}

/** Makes proposals of the marked pairs; the reasons are those that the portal gives now. */
export async function sendProposal(schoolYear: string, _state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const list = (name: string) => form.getAll(name).map(String);
  const wish = { schoolYear, pinned: list('pinned'), forbidden: list('forbidden') };
  const proposal = await partnerProposal(viewer, wish, new Date());
  if (!proposal.ok) return { failure: proposal.failure };
  const marked = list('pairs');
  const inputs = proposal.value.pairs.flatMap(({ schoolId, schoolName, host }) =>
    host && marked.includes(`${schoolId}:${host.id}`)
      ? [
          {
            ...{
              hostSchoolId: host.id,
              schoolIds: [schoolId],
              schoolYear: proposal.value.schoolYear,
              reasons: host.fit.reasons,
            },
            title: `${host.name} → ${schoolName}`,
          },
        ]
      : [],
  );
  if (inputs.length < marked.length)
    return { failure: failed('CONFLICT', 'Расчёт изменился: обновите страницу и отметьте пары снова.').failure };
  const proposed = await proposePartnerships(viewer, inputs, new Date());
  return told(proposed, `Предложено: ${countOf(inputs.length, 'партнёрство', 'партнёрства', 'партнёрств')}.`);
}

export async function sendPlan(id: string, _state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const plan = formLines(form, 'title', 'on', 'form', 'outcome').filter(({ title }) => title.trim() !== '');
  const input = partnershipChangeSchema.safeParse({
    version: Number(form.get('version')),
    title: formText(form, 'partnershipTitle'),
    agreementNumber: formText(form, 'agreementNumber'),
    agreedOn: formText(form, 'agreedOn'),
    plan,
  });
  if (!input.success) return { failure: invalidForm(input.error.issues) };
  return told(await changePartnership(viewer, idOf(id), input.data, new Date()), 'Сохранено.');
}

export async function sendStep(id: string, _state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const input = partnershipStepSchema.safeParse({ ...enteredValues(form), version: Number(form.get('version')) });
  if (!input.success) return { failure: invalidForm(input.error.issues) };
  return told(await stepPartnership(viewer, idOf(id), input.data, new Date()), 'Записано.');
}

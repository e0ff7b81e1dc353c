'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { requireViewer } from '@/app/(portal)/viewer';
import { formInput } from '@/app/form-input';
import { enteredValues, type FormState } from '@/lib/domain/form-state';
import { countOf } from '@/lib/domain/russian';
import {
  addMissingCards,
  changeCounted,
  closeCampaign,
  moveDeadline,
  openCampaign,
  remindSchools,
} from '@/lib/portal/campaigns/commands';
import { countedChangeSchema, dueDaySchema, openCampaignSchema } from '@/lib/portal/campaigns/schema';

const pageOf = (campaignId: string) => `/monitoring/campaigns/${campaignId}`;
const idOf = (form: FormData) => String(form.get('campaignId') ?? '');

export async function sendOpenCampaign(_state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const values = enteredValues(form.entries());
  const input = formInput(openCampaignSchema, form);
  if (!input.ok) return { failure: input.failure, values };
  const opened = await openCampaign(viewer, input.value, new Date());
  if (!opened.ok) return { failure: opened.failure, values };
  redirect(pageOf(opened.value.id));
}

export async function sendReminder(_state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const schools = form.getAll('school').map(String).slice(0, 1000);
  const reminded = await remindSchools(viewer, idOf(form), schools, new Date());
  if (!reminded.ok) return { failure: reminded.failure };
  revalidatePath(pageOf(idOf(form)));
  const { told, schools: reached } = reminded.value;
  return {
    message: `Напомнили: ${countOf(reached, 'школа', 'школы', 'школ')}, ${countOf(told, 'получатель', 'получателя', 'получателей')}.`,
  };
}

export async function sendDeadline(_state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const values = enteredValues(form.entries());
  const input = formInput(z.object({ dueAt: dueDaySchema }), form);
  if (!input.ok) return { failure: input.failure, values };
  const cardId = String(form.get('cardId') ?? '');
  const moved = await moveDeadline(
    viewer,
    idOf(form),
    { dueAt: input.value.dueAt, ...(cardId ? { cardId } : {}) },
    new Date(),
  );
  if (!moved.ok) return { failure: moved.failure, values };
  revalidatePath(pageOf(idOf(form)));
  return { message: 'Срок перенесён, директора узнают об этом из письма и уведомления.' };
}

export async function sendCounted(_state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const values = enteredValues(form.entries());
  const input = formInput(countedChangeSchema, form);
  if (!input.ok) return { failure: input.failure, values };
  const changed = await changeCounted(viewer, idOf(form), input.value, new Date());
  if (!changed.ok) return { failure: changed.failure, values };
  revalidatePath(pageOf(idOf(form)));
  const { changes } = changed.value;
  const sums =
    changes === 0 ? 'Суммы остались прежними.' : `Изменилась сумма ${countOf(changes, 'карты', 'карт', 'карт')}.`;
  return { message: `Сохранено. ${sums}`, values: { counts: input.value.counts } };
}

export async function sendMissingCards(form: FormData): Promise<void> {
  await addMissingCards(await requireViewer(), idOf(form), new Date());
  revalidatePath(pageOf(idOf(form)));
}

export async function sendClose(_state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const closed = await closeCampaign(viewer, idOf(form), form.get('missingSeen') === 'yes', new Date());
  if (!closed.ok) return { failure: closed.failure };
  redirect(pageOf(idOf(form)));
}

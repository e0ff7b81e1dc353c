'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { formLines, formText, invalidForm } from '@/app/(portal)/form-lines';
import { idOf } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import type { Viewer } from '@/lib/access/viewer';
import { momentInMoscow } from '@/lib/domain/events/moscow-time';
import { enteredValues, type FormState } from '@/lib/domain/form-state';
import { cancelEvent, changeEvent, discardDraft, planEvent, publishEvent } from '@/lib/portal/events/commands';
import { setMaterials } from '@/lib/portal/events/materials';
import { eventChoices } from '@/lib/portal/events/queries';
import {
  cancelEventSchema,
  eventChangeSchema,
  materialsSchema,
  newEventSchema,
  seriesSchema,
} from '@/lib/portal/events/schema';
import { changeFollowing, planSeries } from '@/lib/portal/events/series';

const HOME = '/calendar';

/** A day and a time of the form as one moment; '' when one of them is missing or none. */
function moment(day: string, time: string): string {
  const at = momentInMoscow(day, time);
  return Number.isNaN(at.getTime()) ? '' : at.toISOString();
}

/** The schools that are ticked, with those supported this year when all of them are wanted. */
async function schoolsOf(viewer: Viewer, form: FormData): Promise<string[]> {
  const ticked = form.getAll('schoolIds').map(String);
  if (form.get('inviteSupported') !== 'yes') return ticked;
  const choices = await eventChoices(viewer);
  const supported = choices.ok ? choices.value.schools.filter((school) => school.supported) : [];
  return [...new Set([...ticked, ...supported.map(({ id }) => id)])];
}

async function entered(viewer: Viewer, form: FormData) {
  const startsOn = formText(form, 'startsOn');
  const capacity = formText(form, 'capacity');
  return {
    ...enteredValues(form),
    startsAt: moment(startsOn, formText(form, 'startTime')),
    endsAt: moment(formText(form, 'endsOn') || startsOn, formText(form, 'endTime')),
    capacity: capacity === '' ? null : Number(capacity),
    openToAll: form.get('openToAll') === 'yes',
    despiteClash: form.get('despiteClash') === 'yes',
    schoolIds: await schoolsOf(viewer, form),
    programme: formLines(form, 'what', 'at').filter(({ what }) => what.trim() !== ''),
    speakers: formLines(form, 'who', 'theme').filter(({ who }) => who.trim() !== ''),
  };
}

export async function sendNewEvent(_state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const input = newEventSchema.safeParse(await entered(viewer, form));
  if (!input.success) return { failure: invalidForm(input.error.issues) };
  const repeated = formText(form, 'rule') !== '';
  const series = repeated ? seriesSchema.safeParse(enteredValues(form)) : null;
  if (series?.success === false) return { failure: invalidForm(series.error.issues) };
  const planned = series
    ? await planSeries(viewer, input.data, series.data, new Date())
    : await planEvent(viewer, input.data, new Date());
  if (!planned.ok) return { failure: planned.failure };
  redirect(`${HOME}/${planned.value.id}`);
}

export async function sendEventChange(id: string, _state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const input = eventChangeSchema.safeParse({ ...(await entered(viewer, form)), version: Number(form.get('version')) });
  if (!input.success) return { failure: invalidForm(input.error.issues) };
  const change = form.get('following') === 'yes' ? changeFollowing : changeEvent;
  const changed = await change(viewer, idOf(id), input.data, new Date());
  if (!changed.ok) return { failure: changed.failure };
  redirect(`${HOME}/${id}`);
}

export async function sendPublish(id: string, _state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const published = await publishEvent(viewer, idOf(id), { version: Number(form.get('version')) }, new Date());
  if (!published.ok) return { failure: published.failure };
  revalidatePath(HOME, 'layout');
  return { message: 'Мероприятие в календаре. Школы, для которых оно проводится, и площадка извещены.' };
}

export async function sendCancel(id: string, _state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const input = cancelEventSchema.safeParse({
    version: Number(form.get('version')),
    reason: formText(form, 'reason'),
  });
  if (!input.success) return { failure: invalidForm(input.error.issues) };
  const cancelled = await cancelEvent(viewer, idOf(id), input.data, new Date());
  if (!cancelled.ok) return { failure: cancelled.failure };
  revalidatePath(HOME, 'layout');
  return { message: 'Мероприятие отменено. Школы, для которых оно проводилось, записавшиеся и площадка извещены.' };
}

export async function sendDiscard(id: string, _state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const discarded = await discardDraft(viewer, idOf(id), { version: Number(form.get('version')) }, new Date());
  if (!discarded.ok) return { failure: discarded.failure };
  redirect(HOME);
}

export async function sendMaterials(id: string, _state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const input = materialsSchema.safeParse({
    version: Number(form.get('version')),
    // a line whose title was emptied is taken away, as the form says
    materials: formLines(form, 'title', 'stage', 'url', 'documentId').filter(({ title }) => title.trim() !== ''),
  });
  if (!input.success) return { failure: invalidForm(input.error.issues) };
  const stored = await setMaterials(viewer, idOf(id), input.data, new Date());
  if (!stored.ok) return { failure: stored.failure };
  redirect(`${HOME}/${id}`);
}

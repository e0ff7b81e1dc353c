'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { idOf } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { failed, type Outcome } from '@/lib/domain/failure';
import { type FailureCause, placeOfKey, typedPupils } from '@/lib/domain/failure-matrix';
import type { FormState } from '@/lib/domain/form-state';
import { countOf } from '@/lib/domain/russian';
import {
  changeCauses,
  closeMatrixCampaign,
  openMatrixCampaign,
  remindOfMatrix,
  returnMatrix,
  saveCells,
  submitMatrix,
} from '@/lib/portal/failure-matrix/commands';
import { type CellChange, causesSchema, cellChangesSchema, openMatrixSchema } from '@/lib/portal/failure-matrix/schema';
import type { SavedCells } from '@/lib/portal/failure-matrix/views';

const HOME = '/monitoring/causes';
const invalid = (issues: readonly { path: PropertyKey[]; message: string }[]) =>
  failed('INVALID', 'Проверьте поля формы', {
    errors: issues.map(({ path, message }) => ({ path: String(path[0] ?? ''), message })),
  }).failure;

export async function sendOpenMatrix(_state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const lists = { subjects: form.getAll('subjects').map(String), schools: form.getAll('schools').map(String) };
  const texts = Object.fromEntries(
    ['schoolYear', 'dueAt', 'letter'].map((name) => [name, String(form.get(name) ?? '')]),
  );
  const values = { ...texts, subjects: lists.subjects.join('\n'), schools: lists.schools.join('\n') };
  const input = openMatrixSchema.safeParse({ ...texts, ...lists });
  if (!input.success) return { failure: invalid(input.error.issues), values };
  const opened = await openMatrixCampaign(viewer, input.data, new Date());
  if (!opened.ok) return { failure: opened.failure, values };
  redirect(`${HOME}/${opened.value.id}`);
}

/** Cells that save themselves; the answer tells which of them another window has changed. */
export async function sendCells(matrixId: string, changes: CellChange[]): Promise<Outcome<SavedCells>> {
  const viewer = await requireViewer();
  const input = cellChangesSchema.safeParse(changes);
  if (!input.success) return { ok: false, failure: invalid(input.error.issues) };
  return saveCells(viewer, idOf(matrixId), input.data, new Date());
}

/** One grade sent as an ordinary form. */
export async function sendGrade(form: FormData): Promise<void> {
  const viewer = await requireViewer();
  const matrixId = idOf(String(form.get('matrixId') ?? ''));
  const changes = [...form.entries()].flatMap(([name, text]): CellChange[] => {
    const key = name.startsWith('cell:') ? name.slice('cell:'.length) : '';
    const place = placeOfKey(key);
    const pupils = typedPupils(String(text));
    const was = typedPupils(String(form.get(`was:${key}`) ?? '')) ?? null;
    // what is no number becomes one that the rules refuse, so that it is named and not left out
    return place ? [{ ...place, was, pupils: pupils === undefined ? -1 : pupils }] : [];
  });
  const saved = await saveCells(viewer, matrixId, changes, new Date());
  const told = !saved.ok ? 'refused' : saved.value.conflicts.length > 0 ? 'conflict' : 'saved';
  redirect(`${HOME}/matrix/${matrixId}?grade=${Number(form.get('grade')) || 1}&done=${told}`);
}

export async function sendSubmitMatrix(_state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const matrixId = idOf(String(form.get('matrixId') ?? ''));
  const submitted = await submitMatrix(viewer, matrixId, new Date());
  if (!submitted.ok) return { failure: submitted.failure };
  redirect(`${HOME}/matrix/${matrixId}?done=sent`);
}

export async function sendMatrixReminder(_state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const campaignId = idOf(String(form.get('campaignId') ?? ''));
  const reminded = await remindOfMatrix(viewer, campaignId, new Date());
  if (!reminded.ok) return { failure: reminded.failure };
  revalidatePath(`${HOME}/${campaignId}`);
  return { message: `Напомнили: ${countOf(reminded.value.told, 'получатель', 'получателя', 'получателей')}.` };
}

export async function sendCloseMatrix(_state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const campaignId = idOf(String(form.get('campaignId') ?? ''));
  const closed = await closeMatrixCampaign(viewer, campaignId, new Date());
  if (!closed.ok) return { failure: closed.failure };
  redirect(`${HOME}/${campaignId}`);
}

export async function sendReturnMatrix(_state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const comment = String(form.get('comment') ?? '').slice(0, 2000);
  const matrixId = idOf(String(form.get('matrixId') ?? ''));
  const campaignId = idOf(String(form.get('campaignId') ?? ''));
  const returned = await returnMatrix(viewer, matrixId, comment, new Date());
  if (!returned.ok) return { failure: returned.failure, values: { comment } };
  redirect(`${HOME}/${campaignId}`);
}

export async function sendCauses(_state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const causes = causesSchema.safeParse(parsedJson(String(form.get('causes') ?? '')));
  if (!causes.success) return { failure: invalid(causes.error.issues) };
  const changed = await changeCauses(viewer, causes.data as FailureCause[], Number(form.get('version')), new Date());
  if (!changed.ok) return { failure: changed.failure };
  redirect(`${HOME}/dictionary?done=saved`);
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

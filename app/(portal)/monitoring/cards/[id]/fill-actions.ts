'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { idOf } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { fieldsOf, patchOf } from '@/components/cards/answer-queue/card-fields';
import { arrived, departing } from '@/components/cards/answer-queue/queue-rules';
import { criterionOf, isAnswerField, type QueueState } from '@/components/cards/answer-queue/queue-state';
import { postedQueue, seenSchema } from '@/components/cards/fill/posted-answers';
import { failed, type Outcome } from '@/lib/domain/failure';
import type { FormState } from '@/lib/domain/form-state';
import { countOf } from '@/lib/domain/russian';
import { saveAnswers, submitCard } from '@/lib/portal/cards/commands';
import { answersPatchSchema, type CardJson } from '@/lib/portal/cards/schema';

const MOST_ATTEMPTS = 3;

/** Saves one group sent as an ordinary form; what somebody else changed meanwhile is not overwritten but told. */
export async function sendGroup(_state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const cardId = idOf(String(form.get('cardId') ?? ''));
  const seen = seenSchema.safeParse(parsedJson(form.get('seen')));
  if (!seen.success) {
    const words = 'Форма отправлена не полностью. Откройте страницу заново и повторите.';
    return { failure: failed('INVALID', words).failure };
  }
  const now = new Date();
  let state = postedQueue(seen.data, form, now.getTime());
  const asked = state.waiting.length;
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const leaving = departing(state);
    if (!leaving) break;
    const patch = answersPatchSchema.parse(patchOf(leaving.flight));
    const saved = await saveAnswers(viewer, cardId, patch, now);
    const current = saved.ok ? undefined : (saved.failure.extra?.current as CardJson | undefined);
    if (saved.ok) state = arrived(leaving.state, { kind: 'saved', card: fieldsOf(saved.value) }, now.getTime());
    else if (saved.failure.code === 'STALE_VERSION' && current) {
      state = arrived(leaving.state, { kind: 'stale', current: fieldsOf(current) }, now.getTime());
    } else return { failure: saved.failure };
  }
  revalidatePath(`/monitoring/cards/${cardId}`);
  return toldOf(state, asked);
}

function parsedJson(text: FormDataEntryValue | null): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return null;
  }
}

function toldOf(state: QueueState, asked: number): FormState {
  const lost = [...state.conflicts.map(({ mine }) => mine), ...state.waiting, ...(state.flight?.edits ?? [])];
  if (lost.length === 0) {
    return { message: asked === 0 ? 'Изменений нет: всё уже сохранено.' : 'Раздел сохранён.' };
  }
  const errors = lost.map(({ key }) => ({
    path: criterionOf(key),
    message: `${criterionOf(key)}: ${isAnswerField(key) ? 'ответ' : 'комментарий'} изменён в другом окне, ваш не записан. Сверьте и выберите снова.`,
  }));
  const count = countOf(lost.length, 'ответ изменён', 'ответа изменены', 'ответов изменены');
  return { failure: failed('STALE_VERSION', `Не всё сохранено: ${count} в другом окне.`, { errors }).failure };
}

/** Sends the card to the centre; the key of the form makes a second click do nothing. */
export async function sendSubmission(_state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const cardId = idOf(String(form.get('cardId') ?? ''));
  const version = Number(form.get('version'));
  const key = String(form.get('key') ?? '').slice(0, 100);
  const submitted: Outcome<CardJson> = await submitCard(
    viewer,
    cardId,
    Number.isInteger(version) && version > 0 ? { version } : {},
    new Date(),
    key ? { key: `submit ${key}`, requestHash: `submit ${cardId}` } : undefined,
  );
  if (!submitted.ok) return { failure: submitted.failure };
  redirect(`/monitoring/cards/${cardId}?done=sent`);
}

'use server';

import { revalidatePath } from 'next/cache';
import type { z } from 'zod';
import { idOf } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { formInput } from '@/app/form-input';
import type { Viewer } from '@/lib/access/viewer';
import { failed, type Outcome } from '@/lib/domain/failure';
import type { FormState } from '@/lib/domain/form-state';
import { askRecheck, decideReview, enterSecondResult, explainSign } from '@/lib/portal/objectivity-reviews/commands';
import {
  explanationSchema,
  recheckSchema,
  reviewDecisionSchema,
  secondResultSchema,
} from '@/lib/portal/objectivity-reviews/schema';

/** Checks the form, takes the step and shows the page anew: also when somebody was faster, so that their words are seen. */
async function take<Schema extends z.ZodType>(
  form: FormData,
  schema: Schema,
  step: (viewer: Viewer, input: z.output<Schema>, now: Date) => Promise<Outcome<unknown>>,
  message: string,
): Promise<FormState> {
  const viewer = await requireViewer();
  const input = formInput(schema, form);
  if (!input.ok) {
    const words = input.failure.errors?.map((error) => error.message).join(' ') ?? input.failure.detail;
    return { failure: failed('INVALID', words).failure };
  }
  const outcome = await step(viewer, input.value, new Date());
  if (outcome.ok || outcome.failure.code === 'STALE_VERSION') revalidatePath('/analysis/objectivity', 'layout');
  return outcome.ok ? { message } : { failure: failed(outcome.failure.code, outcome.failure.detail).failure };
}

const reviewOf = (form: FormData) => idOf(String(form.get('id') ?? ''));

export async function askForRecheck(_state: FormState, form: FormData): Promise<FormState> {
  return take(form, recheckSchema, askRecheck, 'Перепроверка назначена, школа получила уведомление.');
}

export async function saveSecondResult(_state: FormState, form: FormData): Promise<FormState> {
  const step = (viewer: Viewer, input: z.output<typeof secondResultSchema>, now: Date) =>
    enterSecondResult(viewer, reviewOf(form), input, now);
  return take(form, secondResultSchema, step, 'Второй результат сохранён.');
}

export async function sendExplanation(_state: FormState, form: FormData): Promise<FormState> {
  const step = (viewer: Viewer, input: z.output<typeof explanationSchema>, now: Date) =>
    explainSign(viewer, reviewOf(form), input, now);
  return take(form, explanationSchema, step, 'Пояснение отправлено в МОЦ.');
}

export async function decide(_state: FormState, form: FormData): Promise<FormState> {
  const step = (viewer: Viewer, input: z.output<typeof reviewDecisionSchema>, now: Date) =>
    decideReview(viewer, reviewOf(form), input, now);
  return take(form, reviewDecisionSchema, step, 'Решение сохранено, школа получила уведомление.');
}

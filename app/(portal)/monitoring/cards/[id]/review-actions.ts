'use server';

import { revalidatePath } from 'next/cache';
import type { z } from 'zod';
import { idOf } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import type { Viewer } from '@/lib/access/viewer';
import { failed, type Outcome } from '@/lib/domain/failure';
import type { FormState } from '@/lib/domain/form-state';
import {
  acceptCard,
  clearVerification,
  commentOnCriterion,
  decideDispute,
  raiseDispute,
  reopenCard,
  returnCard,
  verifyAnswer,
} from '@/lib/portal/cards/commands';
import {
  acceptanceSchema,
  clearedVerificationSchema,
  commentSchema,
  disputeDecisionSchema,
  disputeSchema,
  reopeningSchema,
  returnSchema,
  verificationSchema,
} from '@/lib/portal/cards/schema';

const text = (form: FormData, name: string) => String(form.get(name) ?? '');
const version = (form: FormData) => Number(text(form, 'version'));
const criteria = (form: FormData) => {
  const chosen = form.getAll('criteria').map(String);
  return chosen.length > 0 ? chosen : undefined;
};

/** Checks the fields, runs the command for the card that the form names, and shows the page anew. */
async function carryOut<Schema extends z.ZodType>(
  form: FormData,
  schema: Schema,
  fields: Record<string, unknown>,
  command: (viewer: Viewer, cardId: string, input: z.output<Schema>, now: Date) => Promise<Outcome<unknown>>,
  message: string,
): Promise<FormState> {
  const viewer = await requireViewer();
  const cardId = idOf(text(form, 'cardId'));
  const input = schema.safeParse(fields);
  if (!input.success) {
    return { failure: failed('INVALID', input.error.issues.map((issue) => issue.message).join(' ')).failure };
  }
  const outcome = await command(viewer, cardId, input.data, new Date());
  if (!outcome.ok) return { failure: outcome.failure };
  revalidatePath(`/monitoring/cards/${cardId}`);
  return { message };
}

export async function sendVerification(_state: FormState, form: FormData): Promise<FormState> {
  const answer = form.get('isList') === 'yes' ? form.getAll('sign').map(String) : text(form, 'answer');
  return carryOut(
    form,
    verificationSchema,
    { version: version(form), answer, reason: text(form, 'reason'), source: text(form, 'source') },
    (viewer, cardId, input, now) => verifyAnswer(viewer, cardId, text(form, 'criterion'), input, now),
    'Проверенный ответ записан.',
  );
}

export async function sendClearedVerification(_state: FormState, form: FormData): Promise<FormState> {
  return carryOut(
    form,
    clearedVerificationSchema,
    { version: version(form), reason: text(form, 'reason') },
    (viewer, cardId, input, now) => clearVerification(viewer, cardId, text(form, 'criterion'), input, now),
    'Проверка снята.',
  );
}

export async function sendComment(_state: FormState, form: FormData): Promise<FormState> {
  const fields = { criterion: text(form, 'criterion'), text: text(form, 'text') };
  return carryOut(form, commentSchema, fields, commentOnCriterion, 'Замечание записано.');
}

export async function sendAcceptance(_state: FormState, form: FormData): Promise<FormState> {
  return carryOut(form, acceptanceSchema, { version: version(form) }, acceptCard, 'Карта принята.');
}

export async function sendReturn(_state: FormState, form: FormData): Promise<FormState> {
  const fields = { version: version(form), comment: text(form, 'comment'), criteria: criteria(form) };
  return carryOut(form, returnSchema, fields, returnCard, 'Карта возвращена школе.');
}

export async function sendReopening(_state: FormState, form: FormData): Promise<FormState> {
  const fields = { version: version(form), reason: text(form, 'reason'), criteria: criteria(form) };
  return carryOut(form, reopeningSchema, fields, reopenCard, 'Карта снова открыта школе.');
}

export async function sendDispute(_state: FormState, form: FormData): Promise<FormState> {
  const fields = { criterion: text(form, 'criterion'), sign: text(form, 'sign'), reason: text(form, 'reason') };
  return carryOut(form, disputeSchema, fields, raiseDispute, 'Возражение отправлено МОЦ.');
}

export async function sendDecision(_state: FormState, form: FormData): Promise<FormState> {
  return carryOut(
    form,
    disputeDecisionSchema,
    { decision: text(form, 'decision'), reason: text(form, 'reason') },
    (viewer, cardId, input, now) => decideDispute(viewer, cardId, text(form, 'disputeId'), input, now),
    'Решение записано, школа получит уведомление.',
  );
}

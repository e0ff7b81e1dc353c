'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { idOf } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import type { SpreadsheetState } from '@/components/cards/fill/spreadsheet-form';
import { failed } from '@/lib/domain/failure';
import type { FormState } from '@/lib/domain/form-state';
import { MOST_WORKBOOK_BYTES } from '@/lib/exchange/workbook-guard';
import { saveAnswers } from '@/lib/portal/cards/commands';
import { answerSchema } from '@/lib/portal/cards/schema';
import { patchOfChanges, previewSpreadsheet } from '@/lib/portal/cards/spreadsheet';

/** Reads the uploaded form and tells what it would change. */
export async function sendSpreadsheet(_state: SpreadsheetState, form: FormData): Promise<SpreadsheetState> {
  const viewer = await requireViewer();
  const cardId = idOf(String(form.get('cardId') ?? ''));
  const file = form.get('file');
  if (!(file instanceof File) || file.size === 0) {
    const errors = [{ path: 'file', message: 'Выберите файл xlsx.' }];
    return { failure: failed('INVALID', 'Файл не выбран.', { errors }).failure };
  }
  if (file.size > MOST_WORKBOOK_BYTES) {
    return { failure: failed('TOO_LARGE', 'Файл больше 2 МБ. Загрузите бланк, скачанный на этой странице.').failure };
  }
  const preview = await previewSpreadsheet(viewer, cardId, new Uint8Array(await file.arrayBuffer()));
  if (!preview.ok) return { failure: preview.failure };
  return { preview: preview.value, fileName: file.name.slice(0, 200) };
}

const changesSchema = z.array(
  z.object({
    criterion: z.string().max(100),
    answer: z.object({ from: answerSchema, to: answerSchema }).nullable(),
    note: z.object({ from: z.string(), to: z.string().max(4000) }).nullable(),
  }),
);

/** Stores the changes that were shown, all or nothing, unless the card changed meanwhile. */
export async function sendChanges(_state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const cardId = idOf(String(form.get('cardId') ?? ''));
  const changes = changesSchema.safeParse(parsedJson(form.get('changes')));
  const version = Number(form.get('version'));
  if (!changes.success || !Number.isInteger(version) || version < 1) {
    return { failure: failed('INVALID', 'Форма отправлена не полностью. Загрузите файл ещё раз.').failure };
  }
  const saved = await saveAnswers(viewer, cardId, { version, ...patchOfChanges(changes.data) }, new Date());
  if (!saved.ok) {
    const words = 'Пока вы смотрели, карту изменили. Загрузите файл ещё раз: изменения покажутся заново.';
    return { failure: saved.failure.code === 'STALE_VERSION' ? failed('STALE_VERSION', words).failure : saved.failure };
  }
  redirect(`/monitoring/cards/${cardId}?done=spreadsheet`);
}

function parsedJson(text: FormDataEntryValue | null): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return null;
  }
}

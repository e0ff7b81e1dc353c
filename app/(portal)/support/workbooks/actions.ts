'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { formLines, formText, invalidForm } from '@/app/(portal)/form-lines';
import { idOf } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { failed } from '@/lib/domain/failure';
import type { FormState } from '@/lib/domain/form-state';
import { nextQuestionId, workbookSectionsSchema } from '@/lib/domain/support/workbook';
import { changeWorkbook, draftWorkbook, publishWorkbook } from '@/lib/portal/examinations/commands';

const HOME = '/support/workbooks';

export async function sendDraft(_state: FormState, _form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const draft = await draftWorkbook(viewer, new Date());
  if (!draft.ok) return { failure: draft.failure };
  redirect(`${HOME}/${draft.value.id}`);
}

/** Lines of one table: a section is made of the lines that name it, in their order. */
export async function sendQuestions(id: string, _state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const title = formText(form, 'title').trim();
  if (title === '' || title.length > 300) {
    const errors = [{ path: 'title', message: 'Назовите тетрадь, не длиннее 300 знаков.' }];
    return { failure: failed('INVALID', 'Проверьте название.', { errors }).failure };
  }
  const lines = formLines(form, 'text', 'section', 'kind', 'id').filter(({ text }) => text.trim() !== '');
  const taken = lines.map((line) => line.id).filter(Boolean);
  const questions = lines.map((line) => {
    const questionId = line.id || nextQuestionId(taken);
    if (!line.id) taken.push(questionId);
    return { section: line.section.trim(), question: { id: questionId, text: line.text, kind: line.kind } };
  });
  const sections = [...Map.groupBy(questions, ({ section }) => section)].map(([name, own]) => ({
    title: name,
    questions: own.map(({ question }) => question),
  }));
  const input = workbookSectionsSchema.safeParse(sections);
  if (!input.success) return { failure: invalidForm(input.error.issues) };
  const change = { version: Number(form.get('version')), title, sections: input.data };
  const changed = await changeWorkbook(viewer, idOf(id), change, new Date());
  if (!changed.ok) return { failure: changed.failure };
  revalidatePath(`${HOME}/${id}`);
  return { message: 'Черновик сохранён.' };
}

export async function sendPublish(id: string, _state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const published = await publishWorkbook(viewer, idOf(id), Number(form.get('version')), new Date());
  if (!published.ok) return { failure: published.failure };
  revalidatePath(HOME, 'layout');
  return { message: 'Опубликовано: новые обследования возьмут эту версию.' };
}

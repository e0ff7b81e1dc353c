'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { formLines, formText, invalidForm } from '@/app/(portal)/form-lines';
import { idOf } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { failed, type Outcome } from '@/lib/domain/failure';
import { enteredValues, type FormState } from '@/lib/domain/form-state';
import { PART_KINDS, partContentSchemas } from '@/lib/domain/support/examination';
import {
  addFinding,
  addPart,
  cancelExamination,
  changeExamination,
  changeFinding,
  changePart,
  fillWorkbook,
  finishExamination,
  planExaminations,
  removeFinding,
  reopenExamination,
  setSurveyGroups,
} from '@/lib/portal/examinations/commands';
import {
  examinationChangeSchema,
  findingSchema,
  partChangeSchema,
  partKindSchema,
  planSchema,
  surveyGroupsSchema,
} from '@/lib/portal/examinations/schema';

const HOME = '/support/examinations';
const versionOf = (form: FormData) => Number(form.get('version'));

/** What the form says when its command is done. */
function told(outcome: Outcome<unknown>, message: string, path: string): FormState {
  if (!outcome.ok) return { failure: outcome.failure };
  revalidatePath(path, 'layout');
  return { message };
}

export async function sendPlan(_state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const values = enteredValues(form);
  const kinds = form.getAll('kinds').map(String);
  const input = planSchema.safeParse({
    ...values,
    schoolIds: form.getAll('schools').map(String),
    parts: PART_KINDS.filter(({ kind }) => kinds.includes(kind)).map(({ kind }) => ({
      kind,
      ownerId: formText(form, `owner-${kind}`),
      dueOn: formText(form, `due-${kind}`),
    })),
  });
  if (!input.success) return { failure: invalidForm(input.error.issues), values };
  const planned = await planExaminations(viewer, input.data, new Date());
  if (!planned.ok) return { failure: planned.failure, values };
  redirect(`${HOME}?year=${input.data.schoolYear}`);
}

export async function sendExamination(id: string, _state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const input = examinationChangeSchema.safeParse({ ...enteredValues(form), version: versionOf(form) });
  if (!input.success) return { failure: invalidForm(input.error.issues) };
  const changed = await changeExamination(viewer, idOf(id), input.data, new Date());
  return told(changed, 'Сохранено.', `${HOME}/${id}`);
}

export async function sendFinish(id: string, _state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const finished = await finishExamination(viewer, idOf(id), versionOf(form), new Date());
  return told(finished, 'Обследование завершено: выводы видны школе.', `${HOME}/${id}`);
}

export async function sendCancel(id: string, _state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const reason = formText(form, 'reason').trim();
  if (reason === '') {
    const errors = [{ path: 'reason', message: 'Напишите, почему обследование отменено.' }];
    return { failure: failed('INVALID', 'Нужна причина.', { errors }).failure };
  }
  const cancelled = await cancelExamination(viewer, idOf(id), { version: versionOf(form), reason }, new Date());
  return told(cancelled, 'Обследование отменено.', `${HOME}/${id}`);
}

export async function sendReopen(id: string, _state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const opened = await reopenExamination(viewer, idOf(id), versionOf(form), new Date());
  return told(opened, 'Обследование открыто снова.', `${HOME}/${id}`);
}

export async function sendAddPart(id: string, _state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const kind = partKindSchema.safeParse(form.get('kind'));
  if (!kind.success) return { failure: failed('INVALID', 'Выберите часть.').failure };
  const added = await addPart(viewer, idOf(id), kind.data, new Date());
  return told(added, 'Часть добавлена.', `${HOME}/${id}`);
}

function findingInput(form: FormData) {
  return findingSchema.safeParse({
    theme: formText(form, 'theme'),
    text: formText(form, 'text'),
    partId: formText(form, 'partId'),
    criteria: form.getAll('criteria').map(String),
    causes: form.getAll('causes').map(String),
  });
}

export async function sendFinding(examinationId: string, _state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const input = findingInput(form);
  if (!input.success) return { failure: invalidForm(input.error.issues) };
  const added = await addFinding(viewer, idOf(examinationId), input.data, new Date());
  return told(added, 'Вывод добавлен.', `${HOME}/${examinationId}`);
}

export async function sendFindingChange(
  place: { examinationId: string; findingId: string },
  _state: FormState,
  form: FormData,
): Promise<FormState> {
  const viewer = await requireViewer();
  const input = findingInput(form);
  if (!input.success) return { failure: invalidForm(input.error.issues) };
  const change = { ...input.data, version: versionOf(form) };
  const changed = await changeFinding(viewer, idOf(place.findingId), change, new Date());
  return told(changed, 'Вывод изменён.', `${HOME}/${place.examinationId}`);
}

export async function sendFindingRemoval(
  place: { examinationId: string; findingId: string },
  _state: FormState,
  _form: FormData,
): Promise<FormState> {
  const viewer = await requireViewer();
  const removed = await removeFinding(viewer, idOf(place.findingId), new Date());
  return told(removed, 'Вывод убран.', `${HOME}/${place.examinationId}`);
}

const contentOf = {
  DOCUMENTS: (form: FormData) => ({
    reports: formLines(form, 'title', 'link', 'result').filter(({ title }) => title.trim() !== ''),
    summary: formText(form, 'summary'),
  }),
  INTERVIEW: (form: FormData) => enteredValues(form),
  VISIT: (form: FormData) => ({
    checklist: formLines(form, 'text', 'mark', 'note').filter(({ text }) => text.trim() !== ''),
    ...Object.fromEntries(['summary', 'actNumber', 'actDate'].map((name) => [name, formText(form, name)])),
  }),
  SURVEY: (form: FormData) => enteredValues(form),
};

export async function sendPart(
  place: { examinationId: string; partId: string },
  _state: FormState,
  form: FormData,
): Promise<FormState> {
  const viewer = await requireViewer();
  const kind = partKindSchema.safeParse(form.get('kind'));
  if (!kind.success) return { failure: failed('INVALID', 'Форма отправлена не полностью. Обновите страницу.').failure };
  const written = formText(form, 'partTitle');
  const head = partChangeSchema.safeParse({ ...enteredValues(form), title: written, version: versionOf(form) });
  if (!head.success) return { failure: invalidForm(head.error.issues) };
  const path = `${HOME}/${place.examinationId}`;
  if (kind.data === 'WORKBOOK') {
    return told(await changePart(viewer, idOf(place.partId), head.data, new Date()), 'Сохранено.', path);
  }
  const content = partContentSchemas[kind.data].safeParse(contentOf[kind.data](form));
  if (!content.success) return { failure: invalidForm(content.error.issues) };
  const change = { ...head.data, content: content.data };
  return told(await changePart(viewer, idOf(place.partId), change, new Date()), 'Сохранено.', path);
}

export async function sendWorkbook(
  place: { examinationId: string; partId: string },
  _state: FormState,
  form: FormData,
): Promise<FormState> {
  const viewer = await requireViewer();
  const answers = Object.fromEntries(
    [...form.entries()].flatMap(([name, value]) =>
      name.startsWith('answer:') ? [[name.slice(7), String(value)]] : [],
    ),
  );
  const input = partContentSchemas.WORKBOOK.safeParse({
    answers,
    team: formText(form, 'team'),
    psychologist: form.get('psychologist') === 'yes',
  });
  if (!input.success) return { failure: invalidForm(input.error.issues) };
  const filled = await fillWorkbook(
    viewer,
    idOf(place.partId),
    { ...input.data, version: versionOf(form) },
    new Date(),
  );
  return told(filled, 'Ответы сохранены. МОЦ видит их сразу.', `${HOME}/${place.examinationId}`);
}

export async function sendSurvey(
  place: { examinationId: string; partId: string },
  _state: FormState,
  form: FormData,
): Promise<FormState> {
  const viewer = await requireViewer();
  const lines = formLines(form, 'className', 'pupils', 'consents', 'examined', 'atRisk').filter(
    ({ className }) => className.trim() !== '',
  );
  const whole = (text: string) => (/^\d{1,3}$/.test(text.trim()) ? Number(text) : Number.NaN);
  const groups = surveyGroupsSchema.safeParse(
    lines.map(({ className, pupils, consents, examined, atRisk }) => ({
      ...{
        className,
        pupils: whole(pupils),
        consents: whole(consents),
        examined: whole(examined),
        atRisk: whole(atRisk),
      },
    })),
  );
  if (!groups.success) {
    const errors = [...new Set(groups.error.issues.map(({ path }) => Number(path[0])))].map((at) => ({
      path: `className-${at}`,
      message: `${lines[at]?.className ?? ''}: впишите четыре целых числа.`,
    }));
    return { failure: failed('INVALID', 'Проверьте числа по классам.', { errors }).failure };
  }
  const input = { version: versionOf(form), groups: groups.data };
  const stored = await setSurveyGroups(viewer, idOf(place.partId), input, new Date());
  return told(stored, 'Числа сохранены. За пределами школы группы меньше 5 скрыты.', `${HOME}/${place.examinationId}`);
}

'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { formText, invalidForm } from '@/app/(portal)/form-lines';
import { idOf } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { failed, type Outcome } from '@/lib/domain/failure';
import { enteredValues, type FormState } from '@/lib/domain/form-state';
import type { ProgrammeContent } from '@/lib/domain/programme/content';
import {
  approveProgramme,
  assessStage,
  beginProgramme,
  changeProgrammeTemplate,
  finishProgramme,
  moveStage,
  reportStage,
  returnProgramme,
  reviseProgramme,
  runProgramme,
  type SavedProgramme,
  saveProgramme,
  submitProgramme,
  templateFromProgramme,
} from '@/lib/portal/programmes/commands';
import {
  finishProgrammeSchema,
  newProgrammeSchema,
  returnProgrammeSchema,
  saveProgrammeSchema,
  stageAssessmentSchema,
  stageDateSchema,
  stageReportSchema,
} from '@/lib/portal/programmes/schema';

const HOME = '/support/programmes';
const withVersion = (form: FormData) => ({ ...enteredValues(form), version: Number(form.get('version')) });

function told(outcome: Outcome<unknown>, message: string): FormState {
  if (!outcome.ok) return { failure: outcome.failure };
  revalidatePath(HOME, 'layout');
  return { message };
}

export async function sendBegin(_state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const input = newProgrammeSchema.safeParse(enteredValues(form));
  if (!input.success) return { failure: invalidForm(input.error.issues) };
  const begun = await beginProgramme(viewer, input.data, new Date());
  if (!begun.ok) return { failure: begun.failure };
  redirect(`${HOME}/${begun.value.id}`);
}

/** What the editor sends while a person writes. */
export async function sendContent(
  id: string,
  sent: { base: ProgrammeContent; content: ProgrammeContent },
): Promise<Outcome<SavedProgramme>> {
  const viewer = await requireViewer();
  const input = saveProgrammeSchema.safeParse(sent);
  if (!input.success) {
    const [issue] = input.error.issues;
    return failed('INVALID', issue ? `Не сохранено: ${issue.message}` : 'Не сохранено: проверьте поля.');
  }
  return saveProgramme(viewer, idOf(id), input.data, new Date());
}

const DECIDED = {
  submit: 'Отправлено в МОЦ.',
  approve: 'Программа утверждена, школа извещена.',
  run: 'Программа выполняется: отмечайте меры.',
  revise: 'Программа открыта для изменения. После правок отправьте её снова.',
} as const;
const COMMANDS = {
  submit: submitProgramme,
  approve: approveProgramme,
  run: runProgramme,
  revise: reviseProgramme,
} as const;

export async function sendDecision(
  { id, step }: { id: string; step: keyof typeof DECIDED },
  _state: FormState,
  form: FormData,
): Promise<FormState> {
  const viewer = await requireViewer();
  return told(
    await COMMANDS[step](viewer, idOf(id), { version: Number(form.get('version')) }, new Date()),
    DECIDED[step],
  );
}

export async function sendReturn(id: string, _state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const input = returnProgrammeSchema.safeParse(withVersion(form));
  if (!input.success) return { failure: invalidForm(input.error.issues) };
  return told(await returnProgramme(viewer, idOf(id), input.data, new Date()), 'Возвращено школе с замечаниями.');
}

export async function sendFinish(id: string, _state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const input = finishProgrammeSchema.safeParse(withVersion(form));
  if (!input.success) return { failure: invalidForm(input.error.issues) };
  return told(await finishProgramme(viewer, idOf(id), input.data, new Date()), 'Программа завершена.');
}

export async function sendReport(stageId: string, _state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const input = stageReportSchema.safeParse(withVersion(form));
  if (!input.success) return { failure: invalidForm(input.error.issues) };
  return told(await reportStage(viewer, idOf(stageId), input.data, new Date()), 'Отчёт отправлен в МОЦ.');
}

export async function sendAssessment(stageId: string, _state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const input = stageAssessmentSchema.safeParse(withVersion(form));
  if (!input.success) return { failure: invalidForm(input.error.issues) };
  return told(await assessStage(viewer, idOf(stageId), input.data, new Date()), 'Оценка записана.');
}

export async function sendStageDate(stageId: string, _state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const input = stageDateSchema.safeParse(withVersion(form));
  if (!input.success) return { failure: invalidForm(input.error.issues) };
  return told(await moveStage(viewer, idOf(stageId), input.data, new Date()), 'Срок перенесён.');
}

export async function sendTemplateFrom(id: string, _state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const title = formText(form, 'title').trim();
  if (title === '')
    return {
      failure: failed('INVALID', 'Назовите шаблон.', { errors: [{ path: 'title', message: 'Назовите шаблон.' }] })
        .failure,
    };
  return told(await templateFromProgramme(viewer, idOf(id), title, new Date()), 'Шаблон создан.');
}

export async function sendTemplateChange(id: string, _state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const title = formText(form, 'title').trim();
  if (title === '') return { failure: failed('INVALID', 'Назовите шаблон.').failure };
  const change = { version: Number(form.get('version')), title, active: form.get('active') === 'yes' };
  return told(await changeProgrammeTemplate(viewer, idOf(id), change, new Date()), 'Шаблон сохранён.');
}

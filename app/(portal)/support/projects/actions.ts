'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { formLines, formText, invalidForm } from '@/app/(portal)/form-lines';
import { idOf } from '@/app/(portal)/opened';
import { requireViewer } from '@/app/(portal)/viewer';
import { enteredValues, type FormState } from '@/lib/domain/form-state';
import { keepExperience, keepProject, publishExperience } from '@/lib/portal/projects/commands';
import { experienceSchema, projectSchema } from '@/lib/portal/projects/schema';

const HOME = '/support/projects';
const existing = (id: string | null, form: FormData) =>
  id === null ? undefined : { id: idOf(id), version: Number(form.get('version')) };
const whole = (text: string) => Number(text || Number.NaN);

export async function sendProject(id: string | null, _state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const input = projectSchema.safeParse({
    ...enteredValues(form),
    title: formText(form, 'projectTitle'),
    schoolIds: form.getAll('schools').map(String),
    content: {
      stages: formLines(form, 'title', 'due', 'done').filter(({ title }) => title.trim() !== ''),
      results: formText(form, 'results'),
      monitoring: formLines(form, 'on', 'share', 'conclusion')
        .filter(({ on }) => on !== '')
        .map((line) => ({ ...line, share: whole(line.share) })),
      equipment: formLines(form, 'what', 'needed', 'there')
        .filter(({ what }) => what.trim() !== '')
        .map(({ what, needed, there }) => ({ what, needed: whole(needed), there: whole(there) })),
      staff: formLines(form, 'who', 'staffNeeded', 'staffThere')
        .filter(({ who }) => who.trim() !== '')
        .map(({ who, staffNeeded, staffThere }) => ({ who, needed: whole(staffNeeded), there: whole(staffThere) })),
    },
  });
  if (!input.success) {
    // lines of the content stand one level deeper than those of other forms
    return {
      failure: invalidForm(
        input.error.issues.map(({ path, message }) => ({
          path: path[0] === 'content' ? path.slice(1) : path,
          message,
        })),
      ),
    };
  }
  const kept = await keepProject(viewer, input.data, new Date(), existing(id, form));
  if (!kept.ok) return { failure: kept.failure };
  if (id === null) redirect(`${HOME}/${kept.value.id}`);
  revalidatePath(HOME, 'layout');
  return { message: 'Сохранено.' };
}

export async function sendExperience(id: string | null, _state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const input = experienceSchema.safeParse(enteredValues(form));
  if (!input.success) return { failure: invalidForm(input.error.issues) };
  const kept = await keepExperience(viewer, input.data, new Date(), existing(id, form));
  if (!kept.ok) return { failure: kept.failure };
  revalidatePath('/support/experience');
  return { message: 'Сохранено. Школы города увидят текст, когда МОЦ опубликует.' };
}

export async function sendPublication(
  { id, published }: { id: string; published: boolean },
  _state: FormState,
  _form: FormData,
): Promise<FormState> {
  const viewer = await requireViewer();
  const done = await publishExperience(viewer, idOf(id), published, new Date());
  if (!done.ok) return { failure: done.failure };
  revalidatePath('/support/experience');
  return { message: published ? 'Опубликовано.' : 'Снято с публикации.' };
}

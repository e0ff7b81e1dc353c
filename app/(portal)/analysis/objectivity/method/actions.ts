'use server';

import { revalidatePath } from 'next/cache';
import { requireViewer } from '@/app/(portal)/viewer';
import { enteredValues, type FormState } from '@/lib/domain/form-state';
import { SETTING_DEFINITIONS } from '@/lib/domain/objectivity/settings';
import { typedNumber } from '@/lib/domain/typed-number';
import { changeSettings } from '@/lib/portal/methods/commands';

/** Sets the constants of the signs for the viewer's own municipality or region, or gives them up. */
export async function saveObjectivitySettings(_state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const text = (name: string) => String(form.get(name) ?? '');
  const giveUp = text('giveUp') !== '';
  const values = Object.fromEntries(SETTING_DEFINITIONS.map(({ key }) => [key, typedNumber(text(key))]));
  const version = typedNumber(text('version'));
  const changed = await changeSettings(viewer, 'OBJECTIVITY', giveUp ? null : values, version, new Date());
  if (!changed.ok) return { failure: changed.failure, values: enteredValues(form.entries()) };
  revalidatePath('/analysis/objectivity', 'layout');
  return {
    message: giveUp
      ? 'Свои значения сняты: действуют значения выше по уровню. Признаки пересчитаны.'
      : 'Постоянные сохранены, признаки и карты пересчитаны.',
  };
}

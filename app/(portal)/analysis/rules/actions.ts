'use server';

import { revalidatePath } from 'next/cache';
import { requireViewer } from '@/app/(portal)/viewer';
import type { FormState } from '@/lib/domain/form-state';
import { typedNumber, typedPercent } from '@/lib/domain/typed-number';
import { changeSettings } from '@/lib/portal/methods/commands';

/** Sets the constants of the federal rule for the viewer's own municipality or region, or gives them up. */
export async function saveFederalRule(_state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const text = (name: string) => String(form.get(name) ?? '');
  const giveUp = text('giveUp') !== '';
  const values = {
    share: typedPercent(text('share')),
    minimumN: typedNumber(text('minimumN')),
    fewestLow: typedNumber(text('fewestLow')),
    mode: text('mode'),
    procedures: form.getAll('procedure').map(String),
  };
  const version = typedNumber(text('version'));
  const changed = await changeSettings(viewer, 'FEDERAL_RULE', giveUp ? null : values, version, new Date());
  if (!changed.ok) return { failure: changed.failure };
  revalidatePath('/analysis', 'layout');
  return { message: giveUp ? 'Свои значения сняты: действуют значения выше по уровню.' : 'Правило сохранено.' };
}

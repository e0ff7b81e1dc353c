'use server';

import { revalidatePath } from 'next/cache';
import { requireViewer } from '@/app/(portal)/viewer';
import type { FormState } from '@/lib/domain/form-state';
import { SHARE_CODES } from '@/lib/domain/social-shares';
import { typedNumber } from '@/lib/domain/typed-number';
import { changeSettings } from '@/lib/portal/methods/commands';

/** Sets the weights of the index for the viewer's own municipality or region, or gives them up. */
export async function saveSocialIndex(_state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const text = (name: string) => String(form.get(name) ?? '');
  const giveUp = text('giveUp') !== '';
  const values = {
    weights: Object.fromEntries(SHARE_CODES.map((code) => [code, typedNumber(text(`weights.${code}`))])),
    minimumShares: typedNumber(text('minimumShares')),
    minimumPupils: typedNumber(text('minimumPupils')),
  };
  const version = typedNumber(text('version'));
  const changed = await changeSettings(viewer, 'SOCIAL_INDEX', giveUp ? null : values, version, new Date());
  if (!changed.ok) return { failure: changed.failure };
  revalidatePath('/analysis', 'layout');
  return { message: giveUp ? 'Свои значения сняты: действуют значения выше по уровню.' : 'Веса сохранены.' };
}

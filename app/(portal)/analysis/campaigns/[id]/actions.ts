'use server';

import { revalidatePath } from 'next/cache';
import { requireViewer } from '@/app/(portal)/viewer';
import { typedRule } from '@/components/ranking/what-if/tried-rule';
import { failed } from '@/lib/domain/failure';
import type { FormState } from '@/lib/domain/form-state';
import { ruleWords } from '@/lib/domain/identification';
import { changeRule } from '@/lib/portal/lists/commands';
import { ruleSchema } from '@/lib/portal/lists/schema';

/** Makes the tried rule the campaign's. */
export async function saveRule(_state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const text = (name: string) => String(form.get(name) ?? '');
  const kind = ruleSchema.shape.kind.safeParse(text('kind'));
  const rule = kind.success ? typedRule(text('table'), kind.data, text('value')) : null;
  if (!rule) return { failure: failed('INVALID', 'Укажите порог: правило не сохранено.').failure };
  const { kind: ruleKind, tableCode, value } = rule;
  const campaignId = text('campaign');
  const changed = await changeRule(viewer, campaignId, { kind: ruleKind, table: tableCode, value }, new Date());
  if (!changed.ok) return { failure: changed.failure };
  revalidatePath(`/analysis/campaigns/${campaignId}`);
  return { message: `Правило кампании сохранено: ${ruleWords(rule)}.` };
}

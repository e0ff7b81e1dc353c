'use server';

import { redirect } from 'next/navigation';
import { requireViewer } from '@/app/(portal)/viewer';
import { decisionOf } from '@/components/lists/confirmation-rows';
import { typedRule } from '@/components/ranking/what-if/tried-rule';
import { failed } from '@/lib/domain/failure';
import { enteredValues, type FormState } from '@/lib/domain/form-state';
import { confirmList } from '@/lib/portal/lists/commands';
import { confirmationSchema, ruleSchema } from '@/lib/portal/lists/schema';

/** Confirms the list and leads to it; a failure keeps what was entered. */
export async function confirm(_state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer();
  const values = enteredValues(form.entries());
  const table = values.table ?? '';
  const kind = ruleSchema.shape.kind.safeParse(values.rule);
  const rule = kind.success ? typedRule(table, kind.data, values.value ?? '') : null;
  const input = confirmationSchema.safeParse({
    table,
    ...(rule ? { rule: { kind: rule.kind, value: rule.value } } : {}),
    orderNumber: values.orderNumber,
    orderDate: values.orderDate,
    replaces: values.replaces || null,
    ...decisionOf(values),
  });
  if (!input.success) {
    const errors = input.error.issues.map(({ path, message }) => ({ path: path.map(String).join('.'), message }));
    return { failure: failed('INVALID', 'Список не утверждён: проверьте поля.', { errors }).failure, values };
  }
  const confirmed = await confirmList(viewer, values.campaign ?? '', input.data, new Date());
  if (!confirmed.ok) return { failure: confirmed.failure, values };
  redirect(`/analysis/lists/${confirmed.value.id}`);
}

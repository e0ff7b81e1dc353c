import type { z } from 'zod';
import { failed, type Outcome } from '@/lib/domain/failure';
import { enteredValues } from '@/lib/domain/form-state';

/**
 * The fields of a sent form, checked by a schema; the failure names each field at fault in Russian. `more`: what does not
 * come as one text, such as several ticks under one name.
 */
export function formInput<Schema extends z.ZodType>(
  schema: Schema,
  form: FormData,
  more: Record<string, unknown> = {},
): Outcome<z.output<Schema>> {
  const result = schema.safeParse({ ...enteredValues(form.entries()), ...more });
  if (result.success) return { ok: true, value: result.data };
  const errors = result.error.issues.map((issue) => ({
    path: issue.path.map(String).join('.'),
    message: issue.message,
  }));
  return failed('INVALID', 'Проверьте поля формы', { errors });
}

import { z } from 'zod';

/** A query parameter that may be missing; one that is there without a value (`?status=`) counts as not given. */
export function given<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess((value) => (value === '' ? undefined : value), schema.optional());
}

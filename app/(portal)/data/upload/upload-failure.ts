/** What a form sent without JavaScript is told when it comes back: kept for a moment in a cookie of the upload page. */
import { z } from 'zod';
import type { Failure } from '@/lib/domain/failure';

export const UPLOAD_FAILURE = 'moc-upload-failure';

const shownSchema = z.object({
  detail: z.string(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })),
  values: z.object({ kind: z.string().optional(), schoolYear: z.string().optional() }),
});
export type UploadFailure = z.output<typeof shownSchema>;

/** Short enough for a cookie. */
export function writtenFailure({ detail, errors = [] }: Failure, values: UploadFailure['values']): string {
  const shown: UploadFailure = { detail: detail.slice(0, 300), errors: errors.slice(0, 2), values };
  return encodeURIComponent(JSON.stringify(shown));
}

export function uploadFailureOf(cookie: string | undefined): UploadFailure | null {
  if (!cookie) return null;
  try {
    return shownSchema.safeParse(JSON.parse(cookie.startsWith('%') ? decodeURIComponent(cookie) : cookie)).data ?? null;
  } catch {
    return null;
  }
}

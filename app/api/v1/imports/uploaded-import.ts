import { formWithFile } from '@/app/api/multipart';
import { may } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import { failed, type Outcome } from '@/lib/domain/failure';
import { previewImport, refusalOfNewImport } from '@/lib/portal/imports/commands';
import { progressOf } from '@/lib/portal/imports/progress';
import { type ImportJson, importInputSchema, MOST_IMPORT_BYTES } from '@/lib/portal/imports/schema';

/**
 * The form `kind, schoolYear, municipalityId, file` of a call, read and staged piece by piece. Who may not bring in files
 * is refused before the form is read. The header `moc-progress` names the reading for whoever asks how far it is.
 */
export async function uploadedImport(viewer: Viewer, request: Request, now: Date): Promise<Outcome<ImportJson>> {
  if (!may(viewer, 'import.create')) return { ok: false, failure: refusalOfNewImport(viewer) };
  const form = { needs: ['kind', 'schoolYear', 'municipalityId'], most: MOST_IMPORT_BYTES };
  return formWithFile(request, form, async (fields, file) => {
    const input = importInputSchema.safeParse(Object.fromEntries(fields));
    if (!input.success) {
      const errors = input.error.issues.map(({ path, message }) => ({ path: path.map(String).join('.'), message }));
      return failed('INVALID', 'Проверьте поля формы: ошибки перечислены по полям.', { errors });
    }
    if (!file || file.fileName === '') {
      const message = 'Выберите файл xlsx или csv.';
      return failed('INVALID', message, { errors: [{ path: 'file', message }] });
    }
    const announced = Number(request.headers.get('content-length') ?? 0) > MOST_IMPORT_BYTES + 64 * 1024;
    const onProgress = progressOf(viewer, request.headers.get('moc-progress')?.slice(0, 100) ?? null, () => Date.now());
    const upload = {
      ...file,
      // a form adds its own lines around the file
      announced: announced ? MOST_IMPORT_BYTES + 1 : 0,
      onProgress,
    };
    return previewImport(viewer, input.data, upload, now);
  });
}

/** Where a file may be brought in by this viewer: the whole region, a municipality, or one's own school alone. */
import { refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import { IMPORT_KIND_NOTES, type ImportKind } from '@/lib/domain/evidence/import-kinds';
import { done, type Failure, failed, type Outcome } from '@/lib/domain/failure';

export interface ImportScope {
  regionId: string;
  /** null: the whole region */
  municipalityId: string | null;
  /** a principal's own file */
  schoolId: string | null;
}

/**
 * The scope of a new file. NOT_FOUND for a foreign municipality, FORBIDDEN for a role without this right; a principal is
 * refused kinds that come from ФИС ОКО, РЦОИ or МОЦ.
 */
export function scopeOfNewImport(
  viewer: Viewer,
  { kind, municipalityId }: { kind: ImportKind; municipalityId?: string | undefined },
): Outcome<ImportScope> {
  const { regionId, schoolId } = viewer;
  const own = municipalityId ?? viewer.municipalityId ?? null;
  const target = own ? { municipalityId: own, schoolId } : { regionId };
  const refused = refusal(viewer, 'import.create', target) ?? foreign(viewer, own);
  if (refused) return { ok: false, failure: refused };
  if (!regionId) return failed('FORBIDDEN', 'Файлы загружает тот, кто работает в регионе.');
  if (viewer.role === 'PRINCIPAL' && !IMPORT_KIND_NOTES[kind].principal) {
    const message = 'Этот вид данных загружает МОЦ. Школа загружает то, что ведёт сама: выберите вид из списка.';
    return failed('INVALID', message, { errors: [{ path: 'kind', message }] });
  }
  return done({ regionId, municipalityId: own, schoolId });
}

/** A principal stands in a municipality without having a say in another. */
function foreign(viewer: Viewer, municipalityId: string | null) {
  const outside = viewer.role === 'PRINCIPAL' && municipalityId !== viewer.municipalityId;
  return outside ? failed('NOT_FOUND', 'Муниципалитет не найден. Проверьте адрес.').failure : null;
}

/** Why a role cannot bring in any file at all. */
export function refusalOfNewImport(viewer: Viewer): Failure {
  return refusal(viewer, 'import.create') ?? failed('FORBIDDEN', 'Файлы загружают МОЦ, СОИРО и школы.').failure;
}

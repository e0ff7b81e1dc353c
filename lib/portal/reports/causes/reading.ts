import { forViewer } from '@/lib/access/door';
import { refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { matrixCampaignOf, matrixReport } from '@/lib/portal/failure-matrix/queries';
import type { MatrixReportView } from '@/lib/portal/failure-matrix/views';
import type { AskedDocument } from '../kind';

export interface CausesView {
  municipalityName: string;
  schoolYear: string;
  /** null: no matrices were collected in the year */
  matrix: Pick<MatrixReportView, 'campaign' | 'groups'> | null;
}

/** What the report of causes is made of: the municipality's collection of the year, as those outside its schools know it. */
export async function causesView(
  viewer: Viewer,
  { municipalityId, schoolYear }: Pick<AskedDocument, 'municipalityId' | 'schoolYear'>,
  now: Date,
): Promise<Outcome<CausesView>> {
  const refused = refusal(viewer, 'report.make', { municipalityId });
  if (refused) return { ok: false, failure: refused };
  const municipality = await forViewer(viewer, (db) =>
    db.municipality.findUnique({ where: { id: municipalityId }, select: { name: true } }),
  );
  if (!municipality) return failed('NOT_FOUND', 'Муниципалитет не найден. Проверьте адрес или вернитесь к отчётам.');
  const found = await matrixCampaignOf(viewer, municipalityId, schoolYear);
  if (!found.ok) return found;
  const about = { municipalityName: municipality.name, schoolYear };
  if (found.value === null) return done({ ...about, matrix: null });
  const matrix = await matrixReport(viewer, found.value, null, now);
  return matrix.ok ? done({ ...about, matrix: matrix.value }) : matrix;
}

import { forViewer } from '@/lib/access/door';
import { refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import { done, type Outcome } from '@/lib/domain/failure';

/** The municipality's collection of matrices in a school year; null: there was none. NOT_FOUND out of sight. */
export function matrixCampaignOf(
  viewer: Viewer,
  municipalityId: string,
  schoolYear: string,
): Promise<Outcome<string | null>> {
  return forViewer(viewer, async (db) => {
    const refused = refusal(viewer, 'matrix.report', { municipalityId });
    if (refused) return { ok: false, failure: refused };
    const where = { municipalityId_schoolYear: { municipalityId, schoolYear } };
    return done((await db.failureCampaign.findUnique({ where, select: { id: true } }))?.id ?? null);
  });
}

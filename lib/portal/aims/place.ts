/** Whose cycle is asked for: of МОЦ its own, of СОИРО any municipality of the region. */
import type { ScopedDatabase } from '@/lib/access/door';
import { may, refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { nextSchoolYear } from '@/lib/domain/school-year';
import { supportYears } from '@/lib/portal/support/queries';
import type { AimsQuery } from './schema';
import type { AimsPlace } from './views';

export const NO_YEARS = 'Учебных годов пока нет: сначала откройте кампанию мониторинга.';

/** NOT_FOUND for a municipality out of sight; without one asked for the viewer's own, or the first of the region. */
export async function aimsPlace(db: ScopedDatabase, viewer: Viewer, asked: AimsQuery): Promise<Outcome<AimsPlace>> {
  const refused = refusal(viewer, 'aims.read', { municipalityId: asked.municipalityId ?? null });
  if (refused) return { ok: false, failure: refused };
  const municipalities = await db.municipality.findMany({
    where: { id: { in: viewer.municipalityIds } },
    orderBy: { name: 'asc' },
    select: { id: true, name: true },
  });
  const wanted = asked.municipalityId ?? viewer.municipalityId ?? municipalities[0]?.id;
  const municipality = municipalities.find(({ id }) => id === wanted);
  if (!municipality) return failed('NOT_FOUND', 'Муниципалитет не найден.');
  const schoolYears = await knownYears(db, municipality.id);
  const [newest] = schoolYears;
  const schoolYear = asked.schoolYear ?? newest;
  if (!schoolYear) return failed('NOT_FOUND', NO_YEARS);
  // the next year can be described before its campaign is opened
  const mayChange = may(viewer, 'aims.change', { municipalityId: municipality.id });
  return done({
    municipalityId: municipality.id,
    municipality: municipality.name,
    schoolYear,
    schoolYears: [...new Set([...schoolYears, schoolYear, ...(mayChange && newest ? [nextSchoolYear(newest)] : [])])]
      .sort()
      .reverse(),
    municipalities,
    mayChange,
  });
}

/** Years with a campaign of anybody in sight or a cycle of this municipality, the newest first. */
async function knownYears(db: ScopedDatabase, municipalityId: string): Promise<string[]> {
  const begun = await db.aimPosition.groupBy({ by: ['schoolYear'], where: { municipalityId } });
  const years = new Set([...(await supportYears(db)), ...begun.map(({ schoolYear }) => schoolYear)]);
  return [...years].sort().reverse();
}

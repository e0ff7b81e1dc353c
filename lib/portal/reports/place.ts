import { forViewer } from '@/lib/access/door';
import { refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import { done, failed, type Outcome } from '@/lib/domain/failure';

/** Of which municipality and year reports can be made, and of which schools. */
export interface ReportPlace {
  municipalityId: string;
  municipalityName: string;
  /** null: the municipality has had no campaign */
  schoolYear: string | null;
  /** school years with a campaign, the newest first */
  schoolYears: string[];
  schools: { id: string; name: string }[];
}

/** The viewer's own municipality, or one in the viewer's region; the newest year unless one is asked for. */
export function reportPlace(
  viewer: Viewer,
  asked: { municipalityId?: string | undefined; schoolYear?: string | undefined },
): Promise<Outcome<ReportPlace>> {
  return forViewer(viewer, async (db): Promise<Outcome<ReportPlace>> => {
    const stranger = refusal(viewer, 'report.make');
    if (stranger) return { ok: false, failure: stranger };
    const municipalityId = asked.municipalityId ?? viewer.municipalityId ?? viewer.municipalityIds[0];
    if (!municipalityId) return failed('NOT_FOUND', 'Муниципалитет не найден.');
    const refused = refusal(viewer, 'report.make', { municipalityId });
    if (refused) return { ok: false, failure: refused };
    const { name } = await db.municipality.findUniqueOrThrow({ where: { id: municipalityId }, select: { name: true } });
    const campaigns = await db.campaign.findMany({
      where: { municipalityId, status: { in: ['OPEN', 'CLOSED'] } },
      orderBy: { schoolYear: 'desc' },
      select: { schoolYear: true },
    });
    const schools = await db.$queryRaw<ReportPlace['schools']>`
      SELECT id, short_name AS name FROM school WHERE municipality_id = ${municipalityId}::uuid
      ORDER BY short_name COLLATE "ru_natural", code`;
    const schoolYears = campaigns.map((one) => one.schoolYear);
    const schoolYear = schoolYears.find((one) => one === asked.schoolYear) ?? schoolYears[0] ?? null;
    return done({ municipalityId, municipalityName: name, schoolYear, schoolYears, schools });
  });
}

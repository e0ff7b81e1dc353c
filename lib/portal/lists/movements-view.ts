import { forViewer } from '@/lib/access/door';
import { refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import type { Track } from '@/lib/domain/instrument';
import { type ListOfYear, movements } from '@/lib/domain/movements';
import type { MovementsView } from './views';

/** Who entered the lists of a municipality, stayed and left, by track; the lists in force alone. */
export function movementsView(viewer: Viewer, municipalityId: string): Promise<Outcome<MovementsView>> {
  return forViewer(viewer, async (db) => {
    const municipality = await db.municipality.findUnique({ where: { id: municipalityId } });
    if (!municipality) return failed('NOT_FOUND', 'Муниципалитет не найден.');
    const refused = refusal(viewer, 'ranking.read', { municipalityId });
    if (refused) return { ok: false, failure: refused };
    const lists = await db.confirmedList.findMany({
      where: { municipalityId, supersededAt: null },
      select: {
        id: true,
        track: true,
        campaign: { select: { id: true, schoolYear: true } },
        schools: {
          where: { included: true },
          select: { school: { select: { id: true, code: true, shortName: true } } },
        },
      },
    });
    const counts = await db.card.groupBy({
      by: ['campaignId'],
      where: { campaignId: { in: lists.map((list) => list.campaign.id) } },
      _count: true,
    });
    const cards = new Map(counts.map(({ campaignId, _count }) => [campaignId, _count]));
    const schools = new Map(lists.flatMap((list) => list.schools.map(({ school }) => [school.code, school])));
    const ofYears = lists.map(
      (list): ListOfYear => ({
        schoolYear: list.campaign.schoolYear,
        track: list.track,
        schoolCodes: list.schools.map(({ school }) => school.code),
      }),
    );
    const ordered = (track: Track) =>
      movements(ofYears, track).map((movement) => {
        const list = lists.find((one) => one.track === track && one.campaign.schoolYear === movement.schoolYear);
        return { ...movement, listId: list?.id ?? '', schoolCount: cards.get(list?.campaign.id ?? '') ?? 0 };
      });
    return done({
      municipalityName: municipality.name,
      schools,
      tracks: (['LOW_RESULTS', 'ADVERSE_CONDITIONS'] as const).map((track) => ({ track, years: ordered(track) })),
    });
  });
}

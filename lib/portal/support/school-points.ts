import type { ScopedDatabase } from '@/lib/access/door';
import type { Score } from '@/lib/domain/scoring';
import { loadInstrument } from '@/lib/portal/instruments/queries';

/** A criterion of the school's card of a year, and the points that it gave. */
export interface CriterionOfSchool {
  code: string;
  text: string;
  group: string;
  groupTitle: string;
  points: number;
}

/**
 * The criteria of the school's accepted card of that year in the order of the card, those without points included; empty
 * when there is no accepted card.
 */
export async function criteriaOfSchool(
  db: ScopedDatabase,
  schoolId: string,
  schoolYear: string,
): Promise<CriterionOfSchool[]> {
  const card = await db.card.findFirst({
    where: { schoolId, status: 'ACCEPTED', campaign: { schoolYear } },
    select: { score: true, campaign: { select: { instrumentVersionId: true } } },
  });
  const instrument = card && (await loadInstrument(db, card.campaign.instrumentVersionId));
  if (!card || !instrument) return [];
  const { points } = card.score as unknown as Score;
  return instrument.definition.tables.flatMap((table) =>
    table.groups.flatMap((group) =>
      group.criteria.map(({ code, text }) => ({
        code,
        text,
        group: group.code,
        groupTitle: group.title,
        points: points.filter(({ criterion }) => criterion === code).length,
      })),
    ),
  );
}

import { forViewer } from '@/lib/access/door';
import type { Viewer } from '@/lib/access/viewer';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import { explainPoints } from '@/lib/domain/point-explanation';
import { cardForEditing } from '@/lib/portal/cards/queries';
import { schoolInSight } from './school-in-sight';
import { schoolYears } from './school-years';
import type { PointsView } from './views';

/**
 * The points of a school year explained; without a year (or with one that the school has no card of) those of the newest
 * accepted card, else of the newest one. null: the school has no card yet.
 */
export async function schoolPoints(viewer: Viewer, id: string, asked?: string): Promise<Outcome<PointsView | null>> {
  const found = await forViewer(viewer, async (db) => {
    const school = await schoolInSight(db, viewer, id, 'school.results');
    return school.ok ? done(await schoolYears(db, viewer, id)) : school;
  });
  if (!found.ok) return found;
  const years = found.value;
  const year =
    years.find(({ schoolYear }) => schoolYear === asked) ?? years.find(({ score }) => score !== null) ?? years[0];
  if (!year) return done(null);
  const card = await cardForEditing(viewer, year.cardId);
  if (!card.ok) return failed('NOT_FOUND', 'Карта этого года не найдена.');
  const { instrument, criteria } = card.value;
  return done({
    years: years.map(({ schoolYear, status }) => ({ schoolYear, status })),
    schoolYear: year.schoolYear,
    identity: year.identity,
    card: card.value,
    points: explainPoints(instrument, card.value.card.score, criteria),
  });
}

import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import { may } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import { done, type Outcome } from '@/lib/domain/failure';
import { listHistoryWords } from '@/lib/domain/movements';
import { cardStories } from './card-stories';
import { cityFigures } from './city-figures';
import { mergers } from './passport';
import { instrumentsOf, resultTables } from './result-years';
import { schoolInSight } from './school-in-sight';
import { schoolLists } from './school-lists';
import { byCode, type SchoolYear, schoolYears } from './school-years';
import type { HistoryDispute, HistoryView, PredecessorHistory } from './views';

/** What a new principal or curator should know of the school: sums, lists, verification, disputes, who worked on it. */
export function schoolHistory(viewer: Viewer, id: string): Promise<Outcome<HistoryView>> {
  return forViewer(viewer, async (db) => {
    const found = await schoolInSight(db, viewer, id, 'school.results');
    if (!found.ok) return found;
    const years = await schoolYears(db, viewer, id);
    const cardIds = years.map((year) => year.cardId);
    const { lists, histories } = await schoolLists(db, id, years);
    const story = await cardStories(db, cardIds);
    const city = await cityFigures(
      db,
      years.map((year) => year.campaignId),
    );
    const disputes = await disputesOf(db, years);
    return done({
      years: years.map((year) => {
        const { returns, ...worked } = story(year.cardId);
        const means = Object.entries(city(year.campaignId).tables);
        return {
          cardId: year.cardId,
          schoolYear: year.schoolYear,
          campaignStatus: year.campaignStatus,
          status: year.status,
          identity: year.identity,
          tables: byCode(year.score?.tables),
          cityMeans: Object.fromEntries(means.map(([code, { mean }]) => [code, mean])),
          lists: lists.filter((list) => list.schoolYear === year.schoolYear),
          ...worked,
          filledInBy:
            worked.filledInBy.length > 0 || year.submittedBy === null ? worked.filledInBy : [year.submittedBy],
          returns: returns.length,
          disputes: disputes.filter((dispute) => dispute.cardId === year.cardId).length,
          submittedAt: year.submittedAt,
          acceptedBy: year.status === 'ACCEPTED' ? year.decidedBy : null,
          acceptedAt: year.status === 'ACCEPTED' ? year.decidedAt : null,
        };
      }),
      tables: resultTables((await instrumentsOf(db, years)).values()),
      tracks: [...histories].map(([track, history]) => ({ track, words: listHistoryWords(history) })),
      returns: years.flatMap((year) =>
        story(year.cardId).returns.map((one) => ({ ...one, schoolYear: year.schoolYear })),
      ),
      disputes,
      predecessors: await predecessorsOf(db, viewer, id, found.value.municipalityId),
    });
  });
}

async function disputesOf(db: ScopedDatabase, years: readonly SchoolYear[]): Promise<HistoryDispute[]> {
  const yearOf = new Map(years.map((year) => [year.cardId, year.schoolYear]));
  const rows = await db.dispute.findMany({
    where: { cardId: { in: [...yearOf.keys()] } },
    include: { criterion: { select: { code: true, text: true } } },
    orderBy: { raisedAt: 'desc' },
  });
  return rows.map(({ criterion, ...dispute }) => ({
    id: dispute.id,
    cardId: dispute.cardId,
    schoolYear: yearOf.get(dispute.cardId) ?? '',
    criterion: criterion.code,
    criterionText: criterion.text,
    sign: dispute.signCode,
    reason: dispute.reason,
    raisedBy: dispute.raisedBy,
    raisedAt: dispute.raisedAt,
    status: dispute.status,
    decision: dispute.decision,
    decidedBy: dispute.decidedBy,
    decidedAt: dispute.decidedAt,
  }));
}

/** Merged schools with their own sums, for those who may compare schools; others learn that there was a merger. */
async function predecessorsOf(
  db: ScopedDatabase,
  viewer: Viewer,
  id: string,
  municipalityId: string,
): Promise<PredecessorHistory[]> {
  const { predecessors } = await mergers(db, id);
  const compare = may(viewer, 'school.compare', { schoolId: id, municipalityId });
  const histories: PredecessorHistory[] = [];
  for (const { inSight, ...school } of predecessors) {
    const years = compare && inSight ? await schoolYears(db, viewer, school.id) : null;
    histories.push({
      ...school,
      years:
        years?.map(({ schoolYear, cardId, score }) => ({ schoolYear, cardId, tables: byCode(score?.tables) })) ?? null,
    });
  }
  return histories;
}

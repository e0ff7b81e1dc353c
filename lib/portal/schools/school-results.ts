import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import { may } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import { done, type Outcome } from '@/lib/domain/failure';
import { previousSchoolYear } from '@/lib/domain/school-year';
import { rankingView } from '@/lib/portal/lists/queries';
import type { RankingView } from '@/lib/portal/lists/views';
import { instrumentsOf, resultTables, resultYears } from './result-years';
import { schoolInSight } from './school-in-sight';
import { schoolYears } from './school-years';
import { similarTo } from './similar';
import { flagAmongAll, type JudgedCard, ownFlags } from './table-flags';
import type { ResultsView, TableFlag } from './views';

interface OwnResults {
  view: Omit<ResultsView, 'flags' | 'similar'>;
  /** null without an accepted card */
  judged: JudgedCard | null;
  compare: boolean;
  ownFlags: TableFlag[];
}

/**
 * The sums of a school over the years beside its city, the flag of the newest accepted card and what would lift it. For
 * МОЦ and СОИРО judged among all schools and compared with similar ones; a principal learns nothing of another school.
 */
export async function schoolResults(viewer: Viewer, id: string): Promise<Outcome<ResultsView>> {
  const own = await forViewer(viewer, (db) => ownResults(db, viewer, id));
  if (!own.ok) return own;
  const { view, judged, compare } = own.value;
  if (!judged || !compare) return done({ ...view, flags: own.value.ownFlags, similar: null });
  const rankings: RankingView[] = [];
  for (const table of judged.instrument.tables) {
    const ranking = await rankingView(viewer, judged.campaignId, table.code);
    if (!ranking.ok) return ranking;
    rankings.push(ranking.value);
  }
  const first = rankings[0];
  return done({
    ...view,
    flags: rankings.map((ranking) => flagAmongAll(ranking, judged)),
    similar: first
      ? {
          tableCode: first.table.code,
          schools: await forViewer(viewer, (db) => similarTo(db, id, first, rankings)),
        }
      : null,
  });
}

async function ownResults(db: ScopedDatabase, viewer: Viewer, id: string): Promise<Outcome<OwnResults>> {
  const found = await schoolInSight(db, viewer, id, 'school.results');
  if (!found.ok) return found;
  const cards = await schoolYears(db, viewer, id);
  const years = await resultYears(db, cards);
  const instruments = await instrumentsOf(db, cards);
  const accepted = cards.find((card) => card.score !== null);
  const latest = years.find((year) => year.cardId === accepted?.cardId) ?? null;
  const yearBefore = latest && previousSchoolYear(latest.schoolYear);
  const instrument = accepted && instruments.get(accepted.instrumentVersionId);
  const judged =
    accepted?.score && instrument
      ? { schoolId: id, campaignId: accepted.campaignId, score: accepted.score, instrument }
      : null;
  const { municipalityId } = accepted ?? found.value;
  const compare = may(viewer, 'school.compare', { schoolId: id, municipalityId });
  return done({
    view: {
      years,
      tables: resultTables(instruments.values()),
      latest,
      previous: years.find((year) => year.schoolYear === yearBefore && year.tables !== null) ?? null,
    },
    judged,
    compare,
    ownFlags: judged && !compare ? await ownFlags(db, judged) : [],
  });
}

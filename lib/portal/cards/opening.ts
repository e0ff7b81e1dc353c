/** A campaign gives cards to schools. */
import type { ScopedDatabase } from '@/lib/access/door';
import type { Campaign, School } from '@/lib/db/generated/client';
import { carriedOverAnswers } from '@/lib/domain/carry-over';
import { previousSchoolYear } from '@/lib/domain/school-year';
import type { StoredAnswers } from '@/lib/domain/scoring';
import { type LoadedInstrument, loadInstrument } from '@/lib/portal/instruments/queries';
import { declaredColumns } from './answering';
import { criteriaFor, reckoned, storedAnswer } from './stored-card';
import { emptyRow, scoreColumns, storeRows, storeTableScores } from './storing';

type CampaignOfCards = Pick<Campaign, 'id' | 'municipalityId' | 'schoolYear' | 'instrumentVersionId'>;
type SchoolWithGrades = Pick<School, 'id' | 'gradeFrom' | 'gradeTo'>;

interface EarlierCard {
  instrument: LoadedInstrument;
  answers: StoredAnswers;
}

/**
 * Gives each of these schools a card with its grades frozen, an answer for every criterion that applies, and what was
 * accepted last year and hardly changes carried over with «проверьте». Schools that have a card already keep it. Gives
 * the number of new cards; throws when the campaign's instrument is not in the scope of `db`.
 */
export async function createCardsFor(
  db: ScopedDatabase,
  campaign: CampaignOfCards,
  schools: readonly SchoolWithGrades[],
): Promise<number> {
  const instrument = await loadInstrument(db, campaign.instrumentVersionId);
  if (!instrument) throw new Error(`instrument version ${campaign.instrumentVersionId} is out of scope`);
  const earlier = await cardsOfYearBefore(db, campaign, schools);
  const plans = new Map(
    schools.map((school) => {
      const grades = { from: school.gradeFrom, to: school.gradeTo };
      const before = earlier.get(school.id);
      const carried = before
        ? carriedOverAnswers(instrument.definition, grades, {
            instrument: before.instrument.definition,
            answers: before.answers,
          })
        : {};
      const answers: StoredAnswers = Object.fromEntries(
        Object.entries(carried).map(([code, declared]) => [code, { declared }]),
      );
      return [school.id, { grades, carried, figures: reckoned(instrument, grades, answers) }];
    }),
  );
  const cards = await db.card.createManyAndReturn({
    data: [...plans].map(([schoolId, { grades, figures }]) => ({
      campaignId: campaign.id,
      municipalityId: campaign.municipalityId,
      schoolId,
      gradeFrom: grades.from,
      gradeTo: grades.to,
      ...scoreColumns(figures),
    })),
    skipDuplicates: true,
  });
  const planned = cards.flatMap((card) => {
    const plan = plans.get(card.schoolId);
    return plan ? [{ card, ...plan }] : [];
  });
  await storeRows(
    db,
    planned.flatMap(({ card, grades, carried }) =>
      [...criteriaFor(instrument, grades).keys()].flatMap((code) => {
        const criterionId = instrument.criterionIds.get(code);
        const answer = carried[code] ?? null;
        if (criterionId === undefined) return [];
        return [{ ...emptyRow(card, criterionId), ...declaredColumns(answer), carriedOver: answer !== null }];
      }),
    ),
  );
  await storeTableScores(
    db,
    planned.map(({ card, figures }) => ({ card, score: figures.score })),
  );
  return cards.length;
}

/** Accepted cards of these schools in the campaign of the school year before, by school. */
async function cardsOfYearBefore(
  db: ScopedDatabase,
  campaign: CampaignOfCards,
  schools: readonly SchoolWithGrades[],
): Promise<Map<string, EarlierCard>> {
  const before = await db.campaign.findFirst({
    where: { municipalityId: campaign.municipalityId, schoolYear: previousSchoolYear(campaign.schoolYear) },
  });
  const instrument = before && (await loadInstrument(db, before.instrumentVersionId));
  if (!instrument) return new Map();
  const cards = await db.card.findMany({
    where: { campaignId: before.id, status: 'ACCEPTED', schoolId: { in: schools.map((school) => school.id) } },
    select: { schoolId: true, answers: true },
  });
  return new Map(
    cards.map(({ schoolId, answers }) => [
      schoolId,
      {
        instrument,
        answers: Object.fromEntries(
          answers.map((row) => [instrument.criterionCodes.get(row.criterionId) ?? row.criterionId, storedAnswer(row)]),
        ),
      },
    ]),
  );
}

/** Counts every card of a year again and compares with what is stored: the proof that no figure went astray. */
import { isDeepStrictEqual } from 'node:util';
import { forSystem } from '@/lib/access/door';
import type { Prisma } from '@/lib/db/generated/client';
import { type LoadedInstrument, loadInstrument } from '@/lib/portal/instruments/queries';
import { scoreOfCard } from './card-json';
import { answersOf, criteriaFor, reckoned } from './stored-card';

/** A card whose stored figures are not those of its stored answers. */
export interface ScoreDifference {
  cardId: string;
  schoolCode: string;
  schoolYear: string;
  stored: { negativeSum: number; maximum: number };
  recounted: { negativeSum: number; maximum: number };
}

export interface Recount {
  cards: number;
  differences: ScoreDifference[];
}

/** Recounts the cards of a school year, or of all years, campaign by campaign; changes nothing. */
export async function recountCards(schoolYear?: string): Promise<Recount> {
  const campaigns = await forSystem('maintenance', (db) =>
    db.campaign.findMany({
      where: { schoolYear },
      select: { id: true, schoolYear: true, instrumentVersionId: true },
      orderBy: { schoolYear: 'asc' },
    }),
  );
  const whole: Recount = { cards: 0, differences: [] };
  for (const campaign of campaigns) {
    const { cards, differences } = await recountCampaign(campaign);
    whole.cards += cards;
    whole.differences.push(...differences);
  }
  return whole;
}

const WITH_ANSWERS = {
  answers: true,
  tableScores: true,
  school: { select: { code: true } },
} satisfies Prisma.CardInclude;
type CardWithAnswers = Prisma.CardGetPayload<{ include: typeof WITH_ANSWERS }>;

function recountCampaign(campaign: { id: string; schoolYear: string; instrumentVersionId: string }): Promise<Recount> {
  return forSystem('maintenance', async (db) => {
    const instrument = await loadInstrument(db, campaign.instrumentVersionId);
    if (!instrument) throw new Error(`instrument version ${campaign.instrumentVersionId} is missing`);
    const cards = await db.card.findMany({ where: { campaignId: campaign.id }, include: WITH_ANSWERS });
    const differences = cards.flatMap((card) => {
      const recounted = differenceOf(instrument, card);
      if (!recounted) return [];
      const { id: cardId, negativeSum, maximum } = card;
      const { schoolYear } = campaign;
      return [{ cardId, schoolCode: card.school.code, schoolYear, stored: { negativeSum, maximum }, recounted }];
    });
    return { cards: cards.length, differences };
  });
}

/** The figures of the stored answers when any stored figure is another; null when all of them agree. */
function differenceOf(instrument: LoadedInstrument, card: CardWithAnswers): ScoreDifference['recounted'] | null {
  const grades = { from: card.gradeFrom, to: card.gradeTo };
  const rows = new Map(
    card.answers.map((row) => [instrument.criterionCodes.get(row.criterionId) ?? row.criterionId, row]),
  );
  const criteria = criteriaFor(instrument, grades);
  const { score, answered, applicable } = reckoned(instrument, grades, answersOf({ criteria, rows }));
  const tables = new Map(score.tables.map((table) => [table.code, [table.negativeSum, table.maximum]]));
  const storedTables = new Map(card.tableScores.map((row) => [row.tableCode, [row.negativeSum, row.maximum]]));
  const agrees =
    card.negativeSum === score.negativeSum &&
    card.maximum === score.maximum &&
    card.answered === answered &&
    card.applicable === applicable &&
    isDeepStrictEqual(scoreOfCard(card), score) &&
    isDeepStrictEqual(storedTables, tables);
  return agrees ? null : { negativeSum: score.negativeSum, maximum: score.maximum };
}

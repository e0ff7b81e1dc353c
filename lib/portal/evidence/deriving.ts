/** Computed answers of one campaign: from the facts in force to what stands on its cards; only what changed is written. */
import { isDeepStrictEqual } from 'node:util';
import type { ScopedDatabase } from '@/lib/access/door';
import { type Answer, sameAnswer } from '@/lib/domain/answers';
import { deriveAnswers, type SchoolEvidence } from '@/lib/domain/evidence/derive';
import { MEASURES } from '@/lib/domain/evidence/measures';
import { type CriterionDefinition, type InstrumentDefinition, placedCriteria } from '@/lib/domain/instrument';
import { storeComputedAnswers } from '@/lib/portal/cards/commands';
import { type LoadedInstrument, loadInstrument } from '@/lib/portal/instruments/queries';
import {
  type ChangedCard,
  DERIVED_CARD,
  type Derived,
  type DerivedCampaign,
  type DerivedCard,
  isEmpty,
  type Occasion,
} from './derived';
import { factsOfSchools } from './facts';
import { signsOfSchools } from './signs';
import { storeEvidence } from './storing';

/** Computes the criteria that `asked` chooses (of those with a rule) for all cards of a campaign. */
export async function deriveCampaign(
  db: ScopedDatabase,
  campaign: DerivedCampaign,
  asked: (criterion: CriterionDefinition) => boolean,
  occasion: Occasion,
): Promise<ChangedCard[]> {
  const instrument = await loadInstrument(db, campaign.instrumentVersionId);
  if (!instrument) throw new Error(`instrument version ${campaign.instrumentVersionId} is out of scope`);
  const part = onlyRules(instrument.definition, asked);
  const criteria = placedCriteria(part).map(({ criterion }) => criterion);
  if (criteria.length === 0) return [];
  const cards = await cardsOf(db, campaign.id);
  const derived = deriveAnswers(part, await evidenceOf(db, campaign, criteria, cards));
  const fresh = cards.flatMap((card) =>
    (derived.get(card.schoolId) ?? []).flatMap((computed): Derived[] => {
      const criterionId = instrument.criterionIds.get(computed.criterion);
      return criterionId === undefined ? [] : [{ card, criterionId, computed }];
    }),
  );
  const stored = await storedOf(db, campaign.id, instrument, criteria);
  await storeEvidence(
    db,
    fresh.filter(({ card, criterionId, computed }) => {
      const before = stored.evidence.get(key(card.id, criterionId));
      // as the database gives it back
      return !isDeepStrictEqual(before ?? null, isEmpty(computed) ? null : JSON.parse(JSON.stringify(computed)));
    }),
    occasion,
  );
  const changed = fresh.flatMap(({ card, criterionId, computed }) => {
    const from = stored.answers.get(key(card.id, criterionId)) ?? null;
    const same = sameAnswer(from, computed.answer);
    return same ? [] : [{ card, criterionId, code: computed.criterion, from, to: computed.answer }];
  });
  const sums = await storeComputedAnswers(
    db,
    campaign,
    changed.map(({ card, criterionId, to }) => ({ cardId: card.id, criterionId, answer: to })),
    occasion.now,
    occasion.actor,
  );
  return [...Map.groupBy(changed, ({ card }) => card)].map(([card, changes]) => ({
    cardId: card.id,
    schoolId: card.schoolId,
    schoolCode: card.school.code,
    schoolName: card.school.shortName,
    schoolYear: campaign.schoolYear,
    criteria: changes.map(({ code, from, to }) => ({ code, from, to })),
    sumBefore: sums.get(card.id)?.before ?? card.negativeSum,
    sumAfter: sums.get(card.id)?.after ?? card.negativeSum,
  }));
}

const key = (cardId: string, criterionId: string) => `${cardId} ${criterionId}`;

/** The instrument with the chosen criteria that have a rule, and no others. */
function onlyRules(
  instrument: InstrumentDefinition,
  asked: (criterion: CriterionDefinition) => boolean,
): InstrumentDefinition {
  const chosen = (criterion: CriterionDefinition) => criterion.rule !== undefined && asked(criterion);
  const groups = (table: InstrumentDefinition['tables'][number]) =>
    table.groups.map((group) => ({ ...group, criteria: group.criteria.filter(chosen) }));
  return { tables: instrument.tables.map((table) => ({ ...table, groups: groups(table) })) };
}

function cardsOf(db: ScopedDatabase, campaignId: string): Promise<DerivedCard[]> {
  return db.card.findMany({ where: { campaignId }, select: DERIVED_CARD, orderBy: { id: 'asc' } });
}

/** What is known of the schools in the year whose results the campaign counts, as far as the criteria ask for it. */
async function evidenceOf(
  db: ScopedDatabase,
  { municipalityId, resultsYear }: DerivedCampaign,
  criteria: readonly CriterionDefinition[],
  cards: readonly DerivedCard[],
): Promise<SchoolEvidence[]> {
  const measures = [...new Set(criteria.flatMap(({ rule }) => (rule ? [rule.measure] : [])))];
  const kinds = measures.flatMap((measure) => (measure === 'OBJECTIVITY_SIGNS' ? [] : MEASURES[measure].kinds));
  const ids = cards.map(({ schoolId }) => schoolId);
  const facts = await factsOfSchools(db, ids, resultsYear, [...new Set(kinds)]);
  const signs = measures.includes('OBJECTIVITY_SIGNS')
    ? await signsOfSchools(db, municipalityId, resultsYear)
    : new Map<string, SchoolEvidence['signs']>();
  return cards.map(({ schoolId, gradeFrom, gradeTo }) => ({
    schoolId,
    grades: { from: gradeFrom, to: gradeTo },
    facts: facts.get(schoolId) ?? {},
    signs: signs.get(schoolId) ?? { codes: null, sources: [] },
  }));
}

/** What stands on the cards of a campaign for these criteria, by card and criterion. */
async function storedOf(
  db: ScopedDatabase,
  campaignId: string,
  { criterionIds }: LoadedInstrument,
  criteria: readonly CriterionDefinition[],
) {
  const ids = criteria.flatMap(({ code }) => criterionIds.get(code) ?? []);
  const where = { card: { campaignId }, criterionId: { in: ids } };
  const evidence = await db.answerEvidence.findMany({
    where,
    select: { cardId: true, criterionId: true, evidence: true },
  });
  const answers = await db.answer.findMany({
    where: { ...where, OR: [{ computedValue: { not: null } }, { computedIsList: true }] },
    select: { cardId: true, criterionId: true, computedValue: true, computedSigns: true, computedIsList: true },
  });
  return {
    evidence: new Map(evidence.map((row) => [key(row.cardId, row.criterionId), row.evidence])),
    answers: new Map(
      answers.map((row) => [
        key(row.cardId, row.criterionId),
        (row.computedIsList ? row.computedSigns : row.computedValue) as Answer,
      ]),
    ),
  };
}

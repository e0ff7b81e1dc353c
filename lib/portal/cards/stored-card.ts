/** A card as it is stored, with everything its rules need: the answers, the campaign and the instrument. */
import type { ScopedDatabase } from '@/lib/access/door';
import { type Action, refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import type { Answer as AnswerRow, Campaign, Card, School } from '@/lib/db/generated/client';
import { type Answer, countedAnswer, type StoredAnswer } from '@/lib/domain/answers';
import { done, type Failure, failed, type Outcome } from '@/lib/domain/failure';
import { applicableCriteria, type CriterionDefinition, type SchoolGrades } from '@/lib/domain/instrument';
import { type StoredAnswers, scoreOf } from '@/lib/domain/scoring';
import { type LoadedInstrument, loadInstrument } from '@/lib/portal/instruments/queries';

/** A point that the school disputes and МОЦ has not decided yet. */
export interface OpenDispute {
  criterion: string;
  sign?: string;
}

export interface StoredCard {
  card: Card;
  campaign: Campaign;
  school: School;
  grades: SchoolGrades;
  instrument: LoadedInstrument;
  /** the criteria that apply to the school, by code, in the order of the card */
  criteria: Map<string, CriterionDefinition>;
  /** the stored rows by criterion code */
  rows: Map<string, AnswerRow>;
  openDisputes: OpenDispute[];
}

const NOT_FOUND = failed('NOT_FOUND', 'Карта не найдена. Проверьте адрес или вернитесь к списку.');

export const declaredAnswer = (row: AnswerRow | undefined): Answer =>
  row ? (row.declaredIsList ? row.declaredSigns : (row.declaredValue as Answer)) : null;

/** The verified answer; null when МОЦ did not verify it. */
export const verifiedAnswer = (row: AnswerRow | undefined): Answer =>
  row ? (row.verifiedIsList ? row.verifiedSigns : (row.verifiedValue as Answer)) : null;

/** What data answer; null when they do not tell. */
export const computedAnswer = (row: AnswerRow | undefined): Answer =>
  row ? (row.computedIsList ? row.computedSigns : (row.computedValue as Answer)) : null;

export const storedAnswer = (row: AnswerRow | undefined): StoredAnswer => ({
  declared: declaredAnswer(row),
  verified: verifiedAnswer(row),
  ...(row?.computedCounts && { computed: computedAnswer(row) }),
});

/** What people answered: the verified answer, else the declared one. Data stand beside it and are never put in its place. */
export const answerOfPeople = (row: AnswerRow | undefined): Answer =>
  countedAnswer({ declared: declaredAnswer(row), verified: verifiedAnswer(row) }).answer;

/** The answer that counts now. */
export const answerThatCounts = (row: AnswerRow | undefined): Answer => countedAnswer(storedAnswer(row)).answer;

/** The criteria of an instrument that a school with these grades answers, by code. */
export function criteriaFor(instrument: LoadedInstrument, grades: SchoolGrades): Map<string, CriterionDefinition> {
  return new Map(applicableCriteria(instrument.definition, grades).map(({ criterion }) => [criterion.code, criterion]));
}

/** What is stored of a card beside its answers: the score and how many criteria are answered. */
export function reckoned(instrument: LoadedInstrument, grades: SchoolGrades, answers: StoredAnswers) {
  const codes = [...criteriaFor(instrument, grades).keys()];
  return {
    score: scoreOf(instrument.definition, grades, answers),
    answered: codes.filter((code) => (answers[code]?.declared ?? null) !== null).length,
    applicable: codes.length,
  };
}

/** Answers by code for the rules. */
export function answersOf({ criteria, rows }: Pick<StoredCard, 'criteria' | 'rows'>): StoredAnswers {
  return Object.fromEntries([...criteria.keys()].map((code) => [code, storedAnswer(rows.get(code))]));
}

/** Reads a card in the scope of `db`; null when it is not there or not in sight. */
export async function loadCard(db: ScopedDatabase, id: string): Promise<StoredCard | null> {
  const card = await db.card.findUnique({
    where: { id },
    include: {
      answers: true,
      disputes: { where: { status: 'OPEN' }, select: { criterionId: true, signCode: true } },
    },
  });
  if (!card) return null;
  const campaign = await db.campaign.findUnique({ where: { id: card.campaignId } });
  const school = await db.school.findUnique({ where: { id: card.schoolId } });
  const instrument = campaign && (await loadInstrument(db, campaign.instrumentVersionId));
  if (!campaign || !school || !instrument) return null;
  const { answers, disputes, ...row } = card;
  const grades = { from: row.gradeFrom, to: row.gradeTo };
  const codeOf = (criterionId: string) => instrument.criterionCodes.get(criterionId) ?? criterionId;
  return {
    card: row,
    campaign,
    school,
    grades,
    instrument,
    criteria: criteriaFor(instrument, grades),
    rows: new Map(answers.map((answer) => [codeOf(answer.criterionId), answer])),
    openDisputes: disputes.map(({ criterionId, signCode }) => ({
      criterion: codeOf(criterionId),
      ...(signCode !== null && { sign: signCode }),
    })),
  };
}

/**
 * The card for an action of this viewer. FORBIDDEN when the role has nothing to do with cards at all, NOT_FOUND outside
 * the scope, FORBIDDEN inside the scope when the role may not do this.
 */
export async function openCard(
  db: ScopedDatabase,
  viewer: Viewer,
  id: string,
  action: Action,
  lock: 'read' | 'change' = 'read',
): Promise<Outcome<StoredCard>> {
  const stranger = refusal(viewer, 'card.read');
  if (stranger) return { ok: false, failure: stranger };
  // The row stays locked until the end of the transaction, so that nobody changes the card between reading and writing.
  if (lock === 'change') await db.$queryRaw`SELECT 1 FROM card WHERE id = ${id}::uuid FOR UPDATE`;
  const stored = await loadCard(db, id);
  if (!stored) return NOT_FOUND;
  const { municipalityId, schoolId } = stored.card;
  const refused = refusal(viewer, action, { municipalityId, schoolId });
  return refused ? { ok: false, failure: refused } : done(stored);
}

/** Why this viewer may not do this to the card, before anything else is looked at; null: they may. */
export async function refusalOf(
  db: ScopedDatabase,
  viewer: Viewer,
  id: string,
  action: Action,
): Promise<Failure | null> {
  const stranger = refusal(viewer, 'card.read');
  if (stranger) return stranger;
  const card = await db.card.findUnique({ where: { id }, select: { schoolId: true, municipalityId: true } });
  return card ? refusal(viewer, action, card) : NOT_FOUND.failure;
}

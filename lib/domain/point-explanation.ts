/** What stands behind each point of a sum: criterion, answer, source, person, date, and whether the school contests it. */
import { type Answer, type AnswerSource, answerWords, sameAnswer } from './answers';
import { type InstrumentDefinition, type PlacedCriterion, placedCriteria } from './instrument';
import { NBSP } from './russian';
import type { Point, Score } from './scoring';

export const SOURCE_NAMES: Record<AnswerSource, string> = {
  DECLARED: 'ответ школы',
  COMPUTED: 'рассчитано по данным',
  VERIFIED: 'проверено МОЦ',
};

/** Where a school contests the point. */
export const DISPUTED = 'оспаривается';

/** What is known of an answer; `CriterionState` of a card's page has this shape. */
export interface AnswerRecord {
  declared: Answer;
  declaredBy: string | null;
  declaredAt: Date | null;
  verified: { answer: Answer; by: string; at: Date; reason: string; source: string } | null;
  /** what data answer, after «по данным …»; null: they were not loaded */
  computed: { answer: Answer; data: string; computedAt: Date } | null;
  /** sign null: the whole criterion is contested */
  disputes: readonly { sign: string | null; status: 'OPEN' | 'UPHELD' | 'REJECTED' }[];
}

export interface PointExplanation extends Point {
  tableTitle: string;
  groupTitle: string;
  criterionText: string;
  signText: string | null;
  /** the answer that counts, in words */
  answer: string;
  sourceName: string;
  /** who gave the answer that counts and when; null: not recorded, or nobody: it was computed */
  person: string | null;
  at: Date | null;
  /** VERIFIED: why МОЦ confirmed or corrected the answer, and by which document */
  ground: { reason: string; source: string } | null;
  /** VERIFIED, COMPUTED: what the school had declared, in words */
  declared: string | null;
  /** «По данным ОГЭ: нет», where that is not what counts */
  contradiction: string | null;
  disputed: boolean;
}

/**
 * Each point of a score explained, in the order of the card. `records`: by criterion code. A point of a criterion that
 * the instrument does not know is left out, so that a score is explained with the version by which it was counted.
 */
export function explainPoints(
  instrument: InstrumentDefinition,
  score: Pick<Score, 'points'>,
  records: Readonly<Record<string, AnswerRecord>>,
): PointExplanation[] {
  const placed = new Map(placedCriteria(instrument).map((each) => [each.criterion.code, each]));
  return score.points.flatMap((point) => {
    const place = placed.get(point.criterion);
    return place ? [explained(point, place, records[point.criterion])] : [];
  });
}

function explained(
  point: Point,
  { table, group, criterion }: PlacedCriterion,
  record?: AnswerRecord,
): PointExplanation {
  const verified = point.source === 'VERIFIED' ? (record?.verified ?? null) : null;
  const computed = point.source === 'COMPUTED' ? (record?.computed ?? null) : null;
  const answer = (verified ?? computed)?.answer ?? record?.declared ?? null;
  return {
    ...point,
    tableTitle: table.title,
    groupTitle: group.title,
    criterionText: criterion.text,
    signText: criterion.signs.find((sign) => sign.code === point.sign)?.text ?? null,
    answer: answerWords(answer),
    sourceName: SOURCE_NAMES[point.source],
    person: verified ? verified.by : computed ? null : (record?.declaredBy ?? null),
    at: verified?.at ?? computed?.computedAt ?? record?.declaredAt ?? null,
    ground: verified ? { reason: verified.reason, source: verified.source } : null,
    declared: verified || computed ? answerWords(record?.declared ?? null) : null,
    contradiction: contradictionOf(answer, record),
    disputed: isDisputed(point, record),
  };
}

/** What data say where another answer counts. */
function contradictionOf(counted: Answer, record: AnswerRecord | undefined): string | null {
  const computed = record?.computed;
  if (!computed || computed.answer === null || sameAnswer(computed.answer, counted)) return null;
  return `По${NBSP}данным ${computed.data}: ${answerWords(computed.answer)}`;
}

/** An open dispute of the whole criterion, or of the point's own sign. */
function isDisputed({ sign }: Point, record: AnswerRecord | undefined): boolean {
  return (record?.disputes ?? []).some(
    (dispute) => dispute.status === 'OPEN' && (dispute.sign === null || dispute.sign === sign),
  );
}

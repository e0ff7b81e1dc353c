/** Every answer of a card by the three who may give it, for those who explain what it rests on. */
import type { ScopedDatabase } from '@/lib/access/door';
import type { Action } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import { type Answer, type AnswerSource, countedAnswer } from '@/lib/domain/answers';
import { done, type Outcome } from '@/lib/domain/failure';
import type { CriterionDefinition } from '@/lib/domain/instrument';
import { computedAnswer, declaredAnswer, openCard, storedAnswer, verifiedAnswer } from './stored-card';

export interface AnsweredCriterion {
  criterion: CriterionDefinition;
  criterionId: string;
  declared: Answer;
  computed: Answer;
  verified: Answer;
  counted: Answer;
  source: AnswerSource;
}

/** The criteria that apply to the school, in the order of the card; refused as openCard refuses. */
export async function answeredCriteria(
  db: ScopedDatabase,
  viewer: Viewer,
  cardId: string,
  action: Action,
): Promise<Outcome<{ instrumentVersionId: string; criteria: AnsweredCriterion[] }>> {
  const opened = await openCard(db, viewer, cardId, action);
  if (!opened.ok) return opened;
  const { criteria, rows, instrument } = opened.value;
  return done({
    instrumentVersionId: instrument.versionId,
    criteria: [...criteria].flatMap(([code, criterion]) => {
      const criterionId = instrument.criterionIds.get(code);
      if (criterionId === undefined) return [];
      const row = rows.get(code);
      const { answer: counted, source } = countedAnswer(storedAnswer(row));
      const given = { declared: declaredAnswer(row), computed: computedAnswer(row), verified: verifiedAnswer(row) };
      return [{ criterion, criterionId, ...given, counted, source }];
    }),
  });
}

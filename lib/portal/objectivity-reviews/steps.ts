/** Re-check, second result, explanation: each side adds its words until the head of МОЦ decides. */
import { forViewer, type ScopedDatabase } from '@/lib/access/door';
import { refusal } from '@/lib/access/policy';
import type { Viewer } from '@/lib/access/viewer';
import { done, failed, type Outcome } from '@/lib/domain/failure';
import type { SignOutcome } from '@/lib/domain/objectivity/signs';
import { isDecided, stateOfWords } from '@/lib/domain/objectivity-review';
import { formatDate } from '@/lib/domain/russian';
import { journaled } from './journaled';
import { tellCentre, tellSchool } from './notices';
import { notBehind, openReview, reviewStored } from './open-review';
import { reviewJson, WITH_SCHOOL } from './review-json';
import type { ExplanationInput, RecheckInput, ReviewJson, SecondResultInput } from './schema';

const DECIDED = failed(
  'WRONG_STATE',
  'По этому признаку решение уже принято. Если есть новые сведения, напишите руководителю МОЦ.',
);

/**
 * Asks for a re-check of a sign that stands now. NOT_FOUND outside the scope, INVALID when there is no such sign,
 * CONFLICT when its review has begun already.
 */
export function askRecheck(viewer: Viewer, input: RecheckInput, now: Date): Promise<Outcome<ReviewJson>> {
  return forViewer(viewer, async (db) => {
    const { schoolId, schoolYear, grade, subject, sign, note, due } = input;
    const result = await db.objectivityResult.findUnique({
      where: { schoolId_schoolYear_grade_subject: { schoolId, schoolYear, grade, subject } },
    });
    const refused = await refusalOfRecheck(db, viewer, schoolId, result?.municipalityId);
    if (refused) return refused;
    const signs = (result?.signs ?? []) as unknown as SignOutcome[];
    if (!result || !signs.some((one) => one.code === sign && one.result === 'SIGN')) {
      const message = `Признака ${sign} здесь нет: перепроверять нечего. Обновите страницу.`;
      return failed('INVALID', message, { errors: [{ path: 'sign', message }] });
    }
    const cell = { schoolId, schoolYear, grade, subject, sign };
    const where = { schoolId_schoolYear_grade_subject_sign: cell };
    if (await db.objectivityReview.findUnique({ where })) {
      return failed('CONFLICT', 'Перепроверка этого признака уже назначена. Обновите страницу.');
    }
    const recheckDue = due === null ? null : new Date(due);
    const { municipalityId } = result;
    const created = await db.objectivityReview.create({
      data: { ...cell, municipalityId, recheckNote: note, recheckDue, recheckBy: viewer.name, recheckAt: now },
      include: WITH_SCHOOL,
    });
    await journaled(db, viewer, created, { action: 'objectivity.recheck', to: created.state, reason: note }, now);
    const until = recheckDue ? `, срок до ${formatDate(recheckDue)}` : '';
    await tellSchool(db, cell, { what: `назначена перепроверка${until}`, text: note }, now);
    return done(reviewJson(created));
  });
}

async function refusalOfRecheck(
  db: ScopedDatabase,
  viewer: Viewer,
  schoolId: string,
  municipalityOfResult: string | undefined,
): Promise<Outcome<never> | null> {
  const stranger = refusal(viewer, 'objectivity.read');
  if (stranger) return { ok: false, failure: stranger };
  const municipalityId =
    municipalityOfResult ?? (await db.school.findUnique({ where: { id: schoolId } }))?.municipalityId;
  if (!municipalityId) return failed('NOT_FOUND', 'Школа не найдена.');
  const refused = refusal(viewer, 'objectivity.recheck', { schoolId, municipalityId });
  return refused && { ok: false, failure: refused };
}

/** Records what the re-check showed, or corrects it until the decision. */
export function enterSecondResult(
  viewer: Viewer,
  id: string,
  { version, secondResult }: SecondResultInput,
  now: Date,
): Promise<Outcome<ReviewJson>> {
  return forViewer(viewer, async (db) => {
    const opened = await openReview(db, viewer, id, 'objectivity.secondResult');
    if (!opened.ok) return opened;
    const review = opened.value;
    const refused = notBehind(review, version) ?? (isDecided(review.state) ? DECIDED : null);
    if (refused) return refused;
    const state = stateOfWords({ secondResult, explanation: review.explanation });
    const words = { secondResult, secondBy: viewer.name, secondAt: now };
    const stored = await reviewStored(db, review, { ...words, state });
    if (!stored.ok) return stored;
    await journaled(
      db,
      viewer,
      review,
      { action: 'objectivity.secondResult', from: review.state, to: state, reason: secondResult },
      now,
    );
    await tellSchool(db, review, { what: 'есть второй результат', text: secondResult }, now);
    return stored;
  });
}

/** The school explains, before the second result or after it; until the decision the words may be changed. */
export function explainSign(
  viewer: Viewer,
  id: string,
  { version, explanation }: ExplanationInput,
  now: Date,
): Promise<Outcome<ReviewJson>> {
  return forViewer(viewer, async (db) => {
    const opened = await openReview(db, viewer, id, 'objectivity.explain');
    if (!opened.ok) return opened;
    const review = opened.value;
    const refused = notBehind(review, version) ?? (isDecided(review.state) ? DECIDED : null);
    if (refused) return refused;
    const state = stateOfWords({ secondResult: review.secondResult, explanation });
    const words = { explanation, explainedBy: viewer.name, explainedAt: now };
    const stored = await reviewStored(db, review, { ...words, state });
    if (!stored.ok) return stored;
    await journaled(
      db,
      viewer,
      review,
      { action: 'objectivity.explain', from: review.state, to: state, reason: explanation },
      now,
    );
    await tellCentre(db, review, { what: 'школа дала пояснение', text: explanation }, now);
    return stored;
  });
}

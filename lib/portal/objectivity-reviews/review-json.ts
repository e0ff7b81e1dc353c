import type { Prisma } from '@/lib/db/generated/client';
import { dayOf } from '@/lib/domain/russian';
import { type ReviewJson, reviewSchema } from './schema';

/** A stored review with the code of its school. */
export type StoredReview = Prisma.ObjectivityReviewGetPayload<{ include: { school: { select: { code: true } } } }>;

export const WITH_SCHOOL = { school: { select: { code: true } } } as const;

const at = (moment: Date | null) => moment?.toISOString() ?? null;

/** The review as the API gives it. */
export function reviewJson(row: StoredReview): ReviewJson {
  return {
    id: row.id,
    version: row.version,
    schoolId: row.schoolId,
    schoolCode: row.school.code,
    schoolYear: row.schoolYear,
    grade: row.grade,
    subject: row.subject,
    sign: reviewSchema.shape.sign.parse(row.sign),
    state: row.state,
    note: row.recheckNote,
    due: row.recheckDue && dayOf(row.recheckDue),
    askedBy: row.recheckBy,
    askedAt: row.recheckAt.toISOString(),
    secondResult: row.secondResult,
    secondBy: row.secondBy,
    secondAt: at(row.secondAt),
    explanation: row.explanation,
    explainedBy: row.explainedBy,
    explainedAt: at(row.explainedAt),
    decision: row.decision,
    decidedBy: row.decidedBy,
    decidedAt: at(row.decidedAt),
  };
}

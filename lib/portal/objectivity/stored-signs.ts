/** Stored signs and the reviews that look into them. */
import type { ScopedDatabase } from '@/lib/access/door';
import type { Prisma } from '@/lib/db/generated/client';
import type { ObjectivityOutcome, SignOutcome } from '@/lib/domain/objectivity/signs';
import type { ReviewJson } from '@/lib/portal/objectivity-reviews/schema';
import type { SignView } from './views';

/** The signs of a school in a grade and subject, with the year and the school's names. */
export interface StoredOutcome extends ObjectivityOutcome {
  schoolYear: string;
  municipalityId: string;
  schoolCode: string;
  schoolName: string;
}

/** Stored outcomes by year, grade, subject and school. */
export async function storedOutcomes(
  db: ScopedDatabase,
  where: Prisma.ObjectivityResultWhereInput,
  part: { skip?: number; take?: number } = {},
): Promise<StoredOutcome[]> {
  const rows = await db.objectivityResult.findMany({
    where,
    ...part,
    include: { school: { select: { code: true, shortName: true } } },
    orderBy: [{ schoolYear: 'asc' }, { grade: 'asc' }, { subject: 'asc' }, { school: { code: 'asc' } }],
  });
  return rows.map(({ school, ...row }) => ({
    schoolId: row.schoolId,
    schoolYear: row.schoolYear,
    municipalityId: row.municipalityId,
    grade: row.grade,
    subject: row.subject,
    signs: row.signs as unknown as SignOutcome[],
    schoolCode: school.code,
    schoolName: school.shortName,
  }));
}

/** The name of one sign of a school: the key of its review. */
export function signName(sign: {
  schoolId: string;
  schoolYear: string;
  grade: number;
  subject: string;
  sign: string;
}): string {
  return [sign.schoolId, sign.schoolYear, sign.grade, sign.subject, sign.sign].join('|');
}

/** The signs of a cell, each with the review that looks into it. */
export function withReviews(outcome: StoredOutcome, reviews: readonly ReviewJson[]): SignView[] {
  const byName = new Map(reviews.map((review) => [signName(review), review]));
  return outcome.signs.map((sign) => ({
    ...sign,
    review: byName.get(signName({ ...outcome, sign: sign.code })) ?? null,
  }));
}

/** The signs of whole schools, without those that a re-check took away. */
import type { ScopedDatabase } from '@/lib/access/door';
import { SIGN_CODES, type SignCode } from '@/lib/domain/objectivity/signs';
import { type Trust, trustOf } from '@/lib/domain/objectivity/trust';
import { signsOfSchool, type WithdrawnSign } from '@/lib/domain/objectivity/year-signs';
import { type StoredOutcome, signName, storedOutcomes } from './stored-signs';

/** A sign that counts, with the grade and subject in which it was found. */
export interface FoundSign {
  code: SignCode;
  grade: number;
  subject: string;
}

export interface SchoolSigns {
  /** each sign once, however many works show it; null: the portal abstains */
  codes: SignCode[] | null;
  found: FoundSign[];
}

/**
 * By school: the signs of a school year that count in the municipality. Schools without any result are not in it.
 */
export async function signsBySchool(
  db: ScopedDatabase,
  municipalityId: string,
  schoolYear: string,
): Promise<Map<string, SchoolSigns>> {
  const { outcomes, withdrawn } = await yearOfMunicipality(db, municipalityId, schoolYear);
  const taken = new Set(withdrawn.map((one) => signName({ ...one, schoolYear })));
  return new Map(
    [...bySchool(outcomes)].map(([schoolId, those]) => [
      schoolId,
      {
        codes: signsOfSchool(those, withdrawn),
        found: those.flatMap(({ grade, subject, signs }) =>
          signs
            .filter(({ code, result }) => {
              return result === 'SIGN' && !taken.has(signName({ schoolId, schoolYear, grade, subject, sign: code }));
            })
            .map(({ code }) => ({ code, grade, subject })),
        ),
      },
    ]),
  );
}

/** By school: how far the results of a school year can be relied on. Withdrawn signs count as looks without a sign. */
export async function trustBySchool(
  db: ScopedDatabase,
  municipalityId: string,
  schoolYear: string,
): Promise<Map<string, Trust>> {
  const { outcomes, withdrawn } = await yearOfMunicipality(db, municipalityId, schoolYear);
  const taken = new Set(withdrawn.map((one) => signName({ ...one, schoolYear })));
  const counted = outcomes.map((outcome) => ({
    ...outcome,
    signs: outcome.signs.map((sign) =>
      taken.has(signName({ ...outcome, sign: sign.code })) ? { ...sign, result: 'NO_SIGN' as const } : sign,
    ),
  }));
  return new Map([...bySchool(counted)].map(([schoolId, those]) => [schoolId, trustOf(those)]));
}

async function yearOfMunicipality(
  db: ScopedDatabase,
  municipalityId: string,
  schoolYear: string,
): Promise<{ outcomes: StoredOutcome[]; withdrawn: WithdrawnSign[] }> {
  const where = { municipalityId, schoolYear };
  const outcomes = await storedOutcomes(db, where);
  const reviews = await db.objectivityReview.findMany({ where: { ...where, state: 'WITHDRAWN' } });
  const withdrawn = reviews.flatMap(({ schoolId, grade, subject, sign }) => {
    const code = SIGN_CODES.find((one) => one === sign);
    return code ? [{ schoolId, grade, subject, sign: code }] : [];
  });
  return { outcomes, withdrawn };
}

function bySchool(outcomes: readonly StoredOutcome[]): Map<string, StoredOutcome[]> {
  return Map.groupBy(outcomes, (outcome) => outcome.schoolId);
}

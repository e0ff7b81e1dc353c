/**
 * S3: the same children stand quite elsewhere among the schools in grade 5 than they did in grade 4 a year before, in
 * either direction. domain.md 2.4. By mean scores: z = (mean − μ)/σ over the schools, changed by `s3Change` and more.
 * Where scores are missing, by marks: the share of «4» and «5» changed otherwise than the region's.
 */
import type { VprMarksFact } from '../evidence/facts';
import { mean, standardDeviation } from '../statistics';
import type { Reference } from './reference';
import { scoreMoments } from './score-moments';
import type { ObjectivitySettings } from './settings';
import { abstained, decided, flag } from './sign-outcome';
import type { SignOutcome } from './signs';

export type MarkCounts = Pick<VprMarksFact, 'n2' | 'n3' | 'n4' | 'n5'>;

/** One grade of one year: the school's own, and what it is held against. */
export interface ChangeSide {
  /** pupils by primary score */
  pupils: readonly number[] | null;
  /** the distributions of all schools of the municipality, the school's own among them */
  schools: readonly (readonly number[])[];
  marks: MarkCounts | null;
  marksReference: Reference<MarkCounts> | null;
}

export function sharpChange(before: ChangeSide, after: ChangeSide, settings: ObjectivitySettings): SignOutcome {
  return byScores(before, after, settings) ?? byMarks(before, after, settings) ?? abstained('S3', {});
}

function byScores(before: ChangeSide, after: ChangeSide, settings: ObjectivitySettings): SignOutcome | null {
  const [z4, z5] = [placeOf(before, settings), placeOf(after, settings)];
  if (!z4 || !z5) return null;
  const change = z5.z - z4.z;
  const error = Math.hypot(z4.error, z5.error);
  const found = Math.abs(change) >= settings.s3Change && Math.abs(change) >= settings.s3Errors * error;
  return decided('S3', found, {
    ...{ byScores: 1, n: z5.n, nBefore: z4.n, z: z5.z, zBefore: z4.z, change, changeError: error },
    ...{ schools: z5.schools, schoolsBefore: z4.schools },
  });
}

/** Where the school stands among the schools, in standard deviations of their means, with its sampling error. */
function placeOf({ pupils, schools }: ChangeSide, settings: ObjectivitySettings) {
  const own = pupils && scoreMoments(pupils);
  if (!own || own.n < settings.s3MinimumN) return null;
  const means = schools.flatMap((histogram) => {
    const school = scoreMoments(histogram);
    return school && school.n >= settings.s3MinimumN ? [school.mean] : [];
  });
  const [centre, spread] = [mean(means), standardDeviation(means)];
  if (means.length < settings.referenceSchools || centre === null || !spread) return null;
  return {
    ...{ n: own.n, schools: means.length, z: (own.mean - centre) / spread },
    error: own.deviation / Math.sqrt(own.n) / spread,
  };
}

function byMarks(before: ChangeSide, after: ChangeSide, settings: ObjectivitySettings): SignOutcome | null {
  const own = [before.marks, after.marks].map((marks) => marks && quality(marks));
  const region = [before, after].map(({ marksReference }) => marksReference && quality(marksReference.value));
  const [own4, own5] = own;
  const [region4, region5] = region;
  if (!own4 || !own5 || !region4 || !region5) return null;
  if (own4.n < settings.s3MinimumN || own5.n < settings.s3MinimumN) return null;
  const change = own5.share - own4.share;
  const referenceChange = region5.share - region4.share;
  return decided('S3', Math.abs(change - referenceChange) >= settings.s3ShareChange - 1e-9, {
    ...{ byScores: 0, n: own5.n, nBefore: own4.n, share: own5.share, shareBefore: own4.share, change },
    ...{ referenceShare: region5.share, referenceShareBefore: region4.share, referenceChange },
    referenceIsMunicipality: flag(
      (before.marksReference?.isMunicipality ?? false) || (after.marksReference?.isMunicipality ?? false),
    ),
  });
}

/** Pupils with marks, and the share of «4» and «5» among them; null without pupils. */
function quality({ n2, n3, n4, n5 }: MarkCounts): { n: number; share: number } | null {
  const n = n2 + n3 + n4 + n5;
  return n === 0 ? null : { n, share: (n4 + n5) / n };
}

export function pooledMarks(schools: readonly MarkCounts[]): MarkCounts | null {
  const sum = (of: (marks: MarkCounts) => number) => schools.reduce((total, marks) => total + of(marks), 0);
  return schools.length === 0
    ? null
    : { n2: sum(({ n2 }) => n2), n3: sum(({ n3 }) => n3), n4: sum(({ n4 }) => n4), n5: sum(({ n5 }) => n5) };
}

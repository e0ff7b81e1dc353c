import type { ScopedDatabase } from '@/lib/access/door';
import { type SchoolProfile, similarSchools } from '@/lib/domain/similar-schools';
import type { RankingView } from '@/lib/portal/lists/views';
import type { SimilarSchoolView } from './views';

/** The group of the card that tells of social conditions. */
const SOCIAL_GROUP = 'SOC';

/**
 * The schools of the campaign most like this one, with their results of `ranking`'s table; `rankings`: all tables of the
 * campaign. Only schools with an accepted card, since there is nothing to compare without.
 */
export async function similarTo(
  db: ScopedDatabase,
  schoolId: string,
  ranking: RankingView,
  rankings: readonly RankingView[],
): Promise<SimilarSchoolView[]> {
  const pupils = await pupilsOf(db, ranking.campaign.id);
  const social = new Map(
    rankings.flatMap(({ schools }) =>
      schools.flatMap((school) =>
        school.groups
          .filter((group) => group.code === SOCIAL_GROUP)
          .map((group): [string, number] => [school.schoolId, group.negativeSum]),
      ),
    ),
  );
  const accepted = ranking.schools.filter((school) => school.status === 'ACCEPTED');
  const profiles = accepted.map(
    (school): SchoolProfile => ({
      schoolId: school.schoolId,
      schoolCode: school.schoolCode,
      name: school.schoolShortName,
      kind: school.schoolKind,
      grades: school.grades,
      pupils: pupils.get(school.schoolId) ?? null,
      socialSum: social.get(school.schoolId) ?? null,
    }),
  );
  const own = profiles.find((profile) => profile.schoolId === schoolId);
  if (!own) return [];
  return similarSchools(own, profiles).flatMap(({ schoolId: otherId, traits }) => {
    const other = accepted.find((school) => school.schoolId === otherId);
    if (!other || other.negativeSum === null || other.maximum === null) return [];
    return {
      schoolId: otherId,
      shortName: other.schoolShortName,
      traits: traits.map((trait) => trait.words),
      negativeSum: other.negativeSum,
      maximum: other.maximum,
      change: other.change,
      confirmed: other.confirmed,
    };
  });
}

/** How many pupils the schools of a campaign had when it was closed, today while it runs; null: not known. */
async function pupilsOf(db: ScopedDatabase, campaignId: string): Promise<Map<string, number | null>> {
  const rows = await db.$queryRaw<{ schoolId: string; pupils: number | null }[]>`
    SELECT s.id AS "schoolId", coalesce(p.pupils, s.pupils) AS pupils
    FROM campaign k JOIN card c ON c.campaign_id = k.id JOIN school s ON s.id = c.school_id
    LEFT JOIN school_passport p ON p.school_id = s.id AND p.valid_from <= coalesce(k.closed_at, 'infinity')
      AND (p.valid_to IS NULL OR p.valid_to > coalesce(k.closed_at, 'infinity'))
    WHERE k.id = ${campaignId}::uuid`;
  return new Map(rows.map((row) => [row.schoolId, row.pupils]));
}

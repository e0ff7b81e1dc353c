import type { ScopedDatabase } from '@/lib/access/door';
import { type Distribution, distributionOf } from '@/lib/domain/municipal-statistics';

/** Mean and quartiles of a campaign's accepted cards by code; a part that fewer than 5 schools have is missing. */
export interface CityFigures {
  tables: Record<string, Distribution>;
  groups: Record<string, Distribution>;
}

interface CitySums {
  campaignId: string;
  kind: 'table' | 'group' | 'all';
  code: string;
  sums: number[];
}

/**
 * What a school may know of its city, by campaign. The sums of single schools come without their names out of the SQL
 * function city_sums and go no further than this.
 */
export async function cityFigures(
  db: ScopedDatabase,
  campaignIds: readonly string[],
): Promise<(campaignId: string) => CityFigures> {
  const rows = await db.$queryRaw<CitySums[]>`
    SELECT k.id AS "campaignId", c.kind, c.code, c.sums
    FROM unnest(${[...campaignIds]}::uuid[]) AS k(id) CROSS JOIN LATERAL city_sums(k.id) c`;
  const ofKind = (campaignId: string, kind: CitySums['kind']) =>
    Object.fromEntries(
      rows
        .filter((row) => row.campaignId === campaignId && row.kind === kind)
        .flatMap(({ code, sums }) => {
          const distribution = distributionOf(sums);
          return distribution ? [[code, distribution]] : [];
        }),
    );
  return (campaignId) => ({ tables: ofKind(campaignId, 'table'), groups: ofKind(campaignId, 'group') });
}

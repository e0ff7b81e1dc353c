/** A region as large as a country, made by SQL in some seconds: for plans and times, not for meaning. */
import { randomUUID } from 'node:crypto';
import type { PrismaClient } from '@/lib/db/generated/client';

export interface ManySchools {
  regionId: string;
  municipalityIds: string[];
  /** a campaign of the newest year */
  campaignId: string;
  newestYear: string;
}

/**
 * `municipalities` × `schools` with cards of three school years, nine of ten accepted; sums of the last two years and a list of
 * the newest one.
 */
export async function fillWithSchools(db: PrismaClient, municipalities: number, schools: number): Promise<ManySchools> {
  const regionId = randomUUID();
  const versionId = randomUUID();
  const instrumentId = randomUUID();
  await db.$executeRaw`INSERT INTO region (id, code, name) VALUES (${regionId}::uuid, 'many', 'Много школ')`;
  await db.$executeRaw`
    INSERT INTO instrument (id, region_id, title) VALUES (${instrumentId}::uuid, ${regionId}::uuid, 'Карта')`;
  await db.$executeRaw`
    INSERT INTO instrument_version (id, instrument_id, number, title)
    VALUES (${versionId}::uuid, ${instrumentId}::uuid, 1, 'Карта')`;
  await db.$executeRaw`
    INSERT INTO municipality (id, region_id, code, name, kind)
    SELECT gen_random_uuid(), ${regionId}::uuid, 'm' || i, 'Район ' || i, 'MUNICIPAL_OKRUG'
    FROM generate_series(1, ${municipalities}::int) i`;
  await db.$executeRaw`
    INSERT INTO school (id, code, municipality_id, name, short_name)
    SELECT gen_random_uuid(), m.code || '-' || i, m.id, 'Средняя школа № ' || i, 'СШ № ' || i
    FROM municipality m, generate_series(1, ${schools}::int) i`;
  await db.$executeRaw`
    INSERT INTO school_passport
      (id, school_id, municipality_id, name, short_name, kind, address, grade_from, grade_to, valid_from)
    SELECT gen_random_uuid(), id, municipality_id, name, short_name, kind, '', 1, 11, '2000-09-01' FROM school`;
  await db.$executeRaw`
    INSERT INTO campaign (id, municipality_id, school_year, results_year, status, opens_at, due_at, closed_at, instrument_version_id)
    SELECT gen_random_uuid(), m.id, y || '-' || (y + 1), (y - 1) || '-' || y, 'CLOSED', make_timestamptz(y, 9, 1, 0, 0, 0),
      make_timestamptz(y, 10, 15, 0, 0, 0), make_timestamptz(y, 11, 1, 0, 0, 0), ${versionId}::uuid
    FROM municipality m, generate_series(2011, 2020) y`;
  await db.$executeRaw`
    INSERT INTO campaign_rule (id, campaign_id, municipality_id, track, table_code, kind, value)
    SELECT gen_random_uuid(), id, municipality_id, 'LOW_RESULTS', 'T1', 'SHARE', 0.5 FROM campaign`;
  await db.$executeRaw`
    INSERT INTO card (id, campaign_id, school_id, municipality_id, status, grade_from, grade_to, maximum, score, submitted_at)
    SELECT gen_random_uuid(), c.id, s.id, c.municipality_id,
      (CASE WHEN hashtext(s.code) % 10 <> 0 THEN 'ACCEPTED' ELSE 'DRAFT' END)::card_status, 1, 11, 29,
      '{"groups":[],"points":[]}', now()
    FROM campaign c JOIN school s ON s.municipality_id = c.municipality_id WHERE c.school_year >= '2018-2019'`;
  await db.$executeRaw`
    INSERT INTO card_table_score (card_id, table_code, campaign_id, school_id, municipality_id, negative_sum, maximum)
    SELECT c.id, 'T1', c.campaign_id, c.school_id, c.municipality_id, abs(hashtext(c.id::text)) % 30, 29
    FROM card c JOIN campaign k ON k.id = c.campaign_id WHERE k.school_year >= '2019-2020'`;
  await db.$executeRaw`
    INSERT INTO confirmed_list (id, campaign_id, municipality_id, track, order_number, order_date, rule, confirmed_by)
    SELECT gen_random_uuid(), id, municipality_id, 'LOW_RESULTS', '1', '2020-12-01', '{}', 'проверка'
    FROM campaign WHERE school_year = '2020-2021'`;
  await db.$executeRaw`
    INSERT INTO confirmed_list_school (list_id, school_id, municipality_id, included, proposed, negative_sum, maximum)
    SELECT l.id, t.school_id, t.municipality_id, true, true, t.negative_sum, t.maximum
    FROM confirmed_list l JOIN card_table_score t ON t.campaign_id = l.campaign_id WHERE t.negative_sum >= 15`;
  await db.$executeRaw`ANALYZE`;
  const ids = await db.municipality.findMany({ select: { id: true } });
  const campaign = await db.campaign.findFirstOrThrow({ where: { schoolYear: '2020-2021' } });
  return {
    regionId,
    municipalityIds: ids.map((municipality) => municipality.id),
    campaignId: campaign.id,
    newestYear: '2020-2021',
  };
}

/**
 * A country in the tables: schools with two years of cards, counted by the default instrument. Made by the database
 * itself from a few patterns, the same at every run.
 */
import pg from 'pg';
import { type DefaultInstrument, parseDefaultInstrument } from '@/lib/domain/default-instrument';
import { insertRows } from '@/prisma/demo/insert-rows';
import { INSTRUMENT_VERSION_ID, instrumentRows } from '@/prisma/demo/instrument-rows';
import { REGION } from '@/prisma/demo/territory';
import defaultInstrument from '@/prisma/instruments/default.json';
import defaultTexts from '@/prisma/instruments/default-texts.json';
import { answerPatterns } from './answer-patterns';
import type { ScaleSize } from './scale-size';
import { scaleSteps } from './scale-steps';
import { supportSteps } from './scale-support';

/** The year that is closed with every card accepted, and the one that runs with cards in every state. */
export const CLOSED_YEAR = '2019-2020';
export const OPEN_YEAR = '2020-2021';

const KINDS = ['municipality', 'school', 'passport', 'campaign', 'rule', 'card', 'account', 'list'] as const;
type Kind = (typeof KINDS)[number];

/** The id of the n-th thing of a kind (from 1); the n-th campaign and card of the open year follow those of the closed. */
export function scaleId(kind: Kind, n: number): string {
  const hex = (value: number, length: number) => value.toString(16).padStart(length, '0');
  return `${hex(KINDS.indexOf(kind) + 1, 8)}-0000-7000-8000-${hex(n, 12)}`;
}

const ID_FUNCTION = `
  CREATE FUNCTION pg_temp.scale_id(kind text, n bigint) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
    SELECT (lpad(to_hex(array_position(ARRAY[${KINDS.map((kind) => `'${kind}'`)}], kind)), 8, '0')
      || '-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid $$`;

/** The instrument of the scale with its rules. */
export function scaleInstrument(): DefaultInstrument {
  return parseDefaultInstrument(defaultInstrument, defaultTexts);
}

/** Fills an empty, migrated database as the owner of its tables. Less than a minute for COUNTRY. */
export async function fillScale(
  ownerUrl: string,
  size: ScaleSize,
  onProgress: (words: string) => void = () => {},
  /** with what is done for the listed schools */
  withSupport = false,
): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'moc-scale' });
  await client.connect();
  try {
    await client.query('SET synchronous_commit = off');
    await client.query('BEGIN');
    await client.query(ID_FUNCTION);
    onProgress('instrument');
    const instrument = scaleInstrument();
    const criterionIds = await storeInstrument(client, instrument);
    await storePatterns(client, instrument, criterionIds);
    const steps = scaleSteps(size, instrument.rules, INSTRUMENT_VERSION_ID);
    for (const [words, sql] of [...steps, ...(withSupport ? supportSteps(size.municipalities) : [])]) {
      onProgress(words);
      await client.query(sql);
    }
    await client.query('COMMIT');
    onProgress('statistics');
    await client.query('VACUUM ANALYZE');
  } finally {
    await client.end();
  }
}

async function storeInstrument(client: pg.Client, { definition }: DefaultInstrument): Promise<Map<string, string>> {
  const rows = instrumentRows(definition);
  await insertRows(client, 'region', [REGION]);
  await insertRows(client, 'instrument', rows.instrument);
  await insertRows(client, 'instrument_version', rows.version);
  await insertRows(client, 'instrument_table', rows.tables);
  await insertRows(client, 'criterion_group', rows.groups);
  await insertRows(client, 'criterion', rows.criteria);
  await insertRows(client, 'criterion_sign', rows.signs);
  const { publishedAt, publishedBy, frozenAt } = rows.publication;
  await client.query(
    `UPDATE instrument_version SET status = 'PUBLISHED', published_at = $2, published_by = $3, frozen_at = $4 WHERE id = $1`,
    [INSTRUMENT_VERSION_ID, publishedAt, publishedBy, frozenAt],
  );
  return new Map(rows.criteria.map(({ code, id }) => [code, id]));
}

/** The patterns where the steps can read them. */
async function storePatterns(
  client: pg.Client,
  { definition }: DefaultInstrument,
  criterionIds: ReadonlyMap<string, string>,
): Promise<void> {
  await client.query(`
    CREATE TEMP TABLE pattern (n int, grade_from int, grade_to int, negative_sum int, maximum int, score jsonb,
      answered int, applicable int, answers jsonb);
    CREATE TEMP TABLE pattern_table (n int, table_code text, negative_sum int, maximum int);
    CREATE TEMP TABLE pattern_answer (n int, criterion_id uuid, value text, signs text[], is_list boolean)`);
  const patterns = answerPatterns(definition).map((pattern, n) => ({ n, ...pattern }));
  await insertRows(
    client,
    'pattern',
    patterns.map(({ n, grades, score, answered, applicable, answers }) => ({
      ...{ n, gradeFrom: grades.from, gradeTo: grades.to, score, answered, applicable },
      ...{ negativeSum: score.negativeSum, maximum: score.maximum },
      answers: Object.fromEntries(Object.entries(answers).map(([code, { declared }]) => [code, declared])),
    })),
  );
  await insertRows(
    client,
    'pattern_table',
    patterns.flatMap(({ n, score }) =>
      score.tables.map(({ code, negativeSum, maximum }) => ({ n, tableCode: code, negativeSum, maximum })),
    ),
  );
  await insertRows(
    client,
    'pattern_answer',
    patterns.flatMap(({ n, answers }) =>
      Object.entries(answers).map(([code, { declared }]) => {
        const isList = Array.isArray(declared);
        return {
          ...{ n, criterionId: criterionIds.get(code), isList },
          ...{ value: isList ? null : declared, signs: isList ? declared : [] },
        };
      }),
    ),
  );
}

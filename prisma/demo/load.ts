/** Loads the demonstration region into an empty database. */
import pg from 'pg';
import { parseDefaultInstrument } from '@/lib/domain/default-instrument';
import defaultInstrument from '../instruments/default.json';
import defaultTexts from '../instruments/default-texts.json';
import { insertRows } from './insert-rows';
import { demonstrationRegion } from './region';

/** Whether nothing was entered yet: there is no region. */
export async function isEmpty(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ empty: boolean }>('SELECT NOT EXISTS (SELECT FROM region) AS "empty"');
  return rows[0]?.empty === true;
}

/**
 * Loads the whole region in one transaction, as the owner of the tables (row-level security does not bind the owner).
 * Fails, with nothing stored, when the database is not empty any more.
 */
export async function loadDemonstration(
  ownerConnectionString: string,
  onProgress: (text: string) => void = () => {},
): Promise<void> {
  onProgress('придумываем результаты школ');
  const { definition } = parseDefaultInstrument(defaultInstrument, defaultTexts);
  const { before, publication, after } = await demonstrationRegion(definition);
  const client = new pg.Client({ connectionString: ownerConnectionString, application_name: 'moc-demonstration' });
  await client.connect();
  try {
    await client.query('BEGIN');
    // two starts at once: the second waits here and then finds the region
    await client.query('LOCK TABLE region IN SHARE ROW EXCLUSIVE MODE');
    if (!(await isEmpty(client)))
      throw new Error('В базе уже есть данные: демонстрационный регион загружается только в пустую базу.');
    for (const { table, words, rows } of before) {
      onProgress(words);
      await insertRows(client, table, rows);
    }
    await client.query(
      `UPDATE instrument_version SET status = 'PUBLISHED', published_at = $2, published_by = $3, frozen_at = $4 WHERE id = $1`,
      [publication.versionId, publication.publishedAt, publication.publishedBy, publication.frozenAt],
    );
    for (const { table, words, rows } of after) {
      onProgress(words);
      await insertRows(client, table, rows);
    }
    await client.query(`INSERT INTO installation (key, value) VALUES ('demonstration', 'true')`);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {});
    throw error;
  } finally {
    await client.end();
  }
}

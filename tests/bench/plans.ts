/** How PostgreSQL reads the tables for a call of the portal: under the application role, in the scope of who asked. */
import pg from 'pg';
import type { Statement } from './statements';

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Loops'?: number;
  Plans?: Plan[];
}

/** A table that a statement read from end to end. */
export interface WholeRead {
  table: string;
  /** the statement by its EXPLAIN, or what only the counters of the transaction tell: functions, triggers, foreign keys */
  by: string;
}

/**
 * Sends the statements of a call again, each transaction rolled back at its end, and tells which tables were read as a
 * whole: by EXPLAIN of each statement, and by PostgreSQL's own count of sequential scans, which sees into functions too.
 */
export async function wholeReads(ownerUrl: string, statements: readonly Statement[]): Promise<WholeRead[]> {
  const client = new pg.Client({ connectionString: ownerUrl, options: '-c role=moc_app' });
  await client.connect();
  try {
    const found: WholeRead[] = [];
    for (const { text, values } of statements) {
      if (/^\s*(COMMIT|ROLLBACK)/i.test(text)) found.push(...(await ended(client)));
      else if (/^\s*(SELECT|WITH)\b/i.test(text)) found.push(...(await explained(client, text, values)));
      else await client.query(text, [...values]);
    }
    return found;
  } finally {
    await client.end();
  }
}

async function ended(client: pg.Client): Promise<WholeRead[]> {
  const { rows } = await client.query<{ table: string }>(
    `SELECT relname AS "table" FROM pg_stat_xact_user_tables WHERE seq_scan > 0`,
  );
  await client.query('ROLLBACK');
  return rows.map(({ table }) => ({ table, by: 'the transaction' }));
}

async function explained(client: pg.Client, text: string, values: readonly unknown[]): Promise<WholeRead[]> {
  // the scope is set by a SELECT, which has to work; EXPLAIN ANALYZE works as well, and tells how
  const { rows } = await client.query<{ 'QUERY PLAN': { Plan: Plan }[] }>(`EXPLAIN (ANALYZE, FORMAT JSON) ${text}`, [
    ...values,
  ]);
  const nodes = rows.flatMap((row) => row['QUERY PLAN'].flatMap(({ Plan: plan }) => nodesOf(plan)));
  return nodes
    .filter((node) => node['Node Type'].endsWith('Seq Scan') && (node['Actual Loops'] ?? 0) > 0)
    .map((node) => ({ table: node['Relation Name'] ?? '', by: text.replace(/\s+/g, ' ').slice(0, 300) }));
}

function nodesOf(plan: Plan): Plan[] {
  return [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];
}

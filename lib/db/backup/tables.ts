import type pg from 'pg';
import { DatabaseFault } from '../fault';

/** A table of the portal as it goes into a backup: its name and its stored columns, in a fixed order. */
export interface BackedUpTable {
  name: string;
  columns: string[];
}

/** Prisma's own table is made by the migrations. */
const NOT_DATA = '_prisma_migrations';

/** All tables of the portal, each after those it refers to, so that they can be filled one by one. */
export async function tablesInOrder(client: pg.ClientBase): Promise<BackedUpTable[]> {
  const { rows: tables } = await client.query<BackedUpTable>(
    `SELECT c.relname::text AS "name", array_agg(a.attname::text ORDER BY a.attnum) AS "columns"
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> $1
       AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
     GROUP BY c.relname ORDER BY c.relname`,
    [NOT_DATA],
  );
  const { rows: references } = await client.query<{ from: string; to: string }>(
    `SELECT DISTINCT f.relname::text AS "from", t.relname::text AS "to"
     FROM pg_constraint k JOIN pg_class f ON f.oid = k.conrelid JOIN pg_class t ON t.oid = k.confrelid
     WHERE k.contype = 'f' AND f.relnamespace = 'public'::regnamespace AND f.oid <> t.oid`,
  );
  const ordered: BackedUpTable[] = [];
  const waiting = new Set(tables);
  while (waiting.size > 0) {
    const names = new Set([...waiting].map(({ name }) => name));
    const ready = [...waiting].filter(({ name }) => !references.some(({ from, to }) => from === name && names.has(to)));
    if (ready.length === 0)
      throw new DatabaseFault(`Таблицы ссылаются друг на друга по кругу: ${[...names].join(', ')}.`);
    for (const table of ready) {
      ordered.push(table);
      waiting.delete(table);
    }
  }
  return ordered;
}

/** Names as they are, safe inside SQL. */
export function quoted(...names: string[]): string {
  return names.map((name) => `"${name.replaceAll('"', '""')}"`).join(', ');
}

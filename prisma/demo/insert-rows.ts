import type { ClientBase } from 'pg';

/** Rows a statement: large enough to be fast, small enough not to hold the whole table as one text. */
const BATCH = 2_000;

/** The name of a column as the data model maps it: «declaredIsList» is `declared_is_list`. */
const columnOf = (field: string) => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Inserts rows whose fields are those of the Prisma model; a column that no row names takes its default, else null. */
export async function insertRows(client: ClientBase, table: string, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return;
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))].map(columnOf);
  const listed = columns.map((column) => `"${column}"`).join(', ');
  const statement = `INSERT INTO "${table}" (${listed}) SELECT ${listed} FROM jsonb_populate_recordset(null::"${table}", $1::jsonb)`;
  for (let start = 0; start < rows.length; start += BATCH) {
    const batch = rows
      .slice(start, start + BATCH)
      .map((row) => Object.fromEntries(Object.entries(row).map(([field, value]) => [columnOf(field), value])));
    await client.query(statement, [JSON.stringify(batch)]);
  }
}

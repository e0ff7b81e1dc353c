import { randomUUID } from 'node:crypto';
import type { ScopedDatabase } from '@/lib/access/door';
import type { InstrumentDefinition } from '@/lib/domain/instrument';

const inOrder = <Part, Row>(parts: readonly Part[], row: (part: Part, position: number, id: string) => Row) =>
  parts.map((part, position) => ({ part, row: row(part, position, randomUUID()) }));

/**
 * Writes the contents of a draft in place of what it held: a row a table, group, criterion and sign, one statement each.
 * The database refuses it for a published version.
 */
export async function storeDefinition(
  db: ScopedDatabase,
  versionId: string,
  definition: InstrumentDefinition,
): Promise<void> {
  const tables = inOrder(definition.tables, ({ code, title, track }, position, id) => ({
    id,
    versionId,
    position,
    code,
    title,
    track,
  }));
  const groups = tables.flatMap(({ part, row }) =>
    inOrder(part.groups, ({ code, title }, position, id) => ({ id, tableId: row.id, position, code, title })),
  );
  const criteria = groups.flatMap(({ part, row }) =>
    inOrder(part.criteria, ({ signs: _signs, ...criterion }, position, id) => ({
      ...criterion,
      ...{ id, versionId, groupId: row.id, position },
    })),
  );
  const signs = criteria.flatMap(({ part, row }) =>
    inOrder(part.signs, (sign, position, id) => ({ ...sign, id, criterionId: row.id, position })),
  );
  await db.instrumentTable.deleteMany({ where: { versionId } });
  await db.instrumentTable.createMany({ data: tables.map(({ row }) => row) });
  await db.criterionGroup.createMany({ data: groups.map(({ row }) => row) });
  await db.criterion.createMany({ data: criteria.map(({ row }) => row) });
  await db.criterionSign.createMany({ data: signs.map(({ row }) => row) });
}

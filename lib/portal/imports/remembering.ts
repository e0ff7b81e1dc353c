/** What somebody explained once, for the files that come later. */
import type { ScopedDatabase } from '@/lib/access/door';
import type { Import } from '@/lib/db/generated/client';
import { normalHeader } from '@/lib/domain/evidence/headers';
import type { KnownTerritory } from './matching';
import type { HeaderChoices } from './schema';

/** How files write a school, in the municipality of the school. */
export async function rememberAliases(
  db: ScopedDatabase,
  { schools }: KnownTerritory,
  aliases: readonly { alias: string; schoolId: string }[],
): Promise<void> {
  for (const { alias, schoolId } of aliases) {
    const municipalityId = schools.find(({ id }) => id === schoolId)?.municipalityId;
    if (!municipalityId) continue;
    await db.schoolAlias.upsert({
      where: { municipalityId_alias: { municipalityId, alias } },
      create: { municipalityId, alias, schoolId },
      update: { schoolId },
    });
  }
}

/** What headers of a kind of file mean, in the municipality or region of the import. */
export async function rememberColumns(
  db: ScopedDatabase,
  { kind, regionId, municipalityId }: Pick<Import, 'kind' | 'regionId' | 'municipalityId'>,
  columns: HeaderChoices['columns'],
): Promise<void> {
  const scope = { regionId, municipalityId, kind };
  const fields = new Map(columns.map(({ header, field }) => [normalHeader(header), field]));
  await db.rememberedColumn.deleteMany({ where: { ...scope, header: { in: [...fields.keys()] } } });
  await db.rememberedColumn.createMany({
    data: [...fields].map(([header, field]) => ({ ...scope, header, field })),
  });
}

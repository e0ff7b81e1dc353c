import type { ScopedDatabase } from '@/lib/access/door';

/** A school that stands on a confirmed list in force. */
export interface ListedSchool {
  id: string;
  code: string;
  shortName: string;
  municipalityId: string;
  listId: string;
  orderNumber: string;
  orderDate: Date;
}

/** Schools on the lists of low results of that year that are in force, by code; `schoolId` asks for one school alone. */
export async function listedSchools(
  db: ScopedDatabase,
  {
    schoolYear,
    municipalityIds,
    schoolId,
  }: { schoolYear: string; municipalityIds?: readonly string[]; schoolId?: string },
): Promise<ListedSchool[]> {
  const rows = await db.confirmedListSchool.findMany({
    where: {
      included: true,
      ...(schoolId !== undefined && { schoolId }),
      ...(municipalityIds !== undefined && { municipalityId: { in: [...municipalityIds] } }),
      list: { supersededAt: null, track: 'LOW_RESULTS', campaign: { schoolYear } },
    },
    select: {
      municipalityId: true,
      school: { select: { id: true, code: true, shortName: true } },
      list: { select: { id: true, orderNumber: true, orderDate: true } },
    },
  });
  return rows
    .map(({ school, list, municipalityId }) => ({
      ...school,
      municipalityId,
      listId: list.id,
      orderNumber: list.orderNumber,
      orderDate: list.orderDate,
    }))
    .sort((a, b) => a.code.localeCompare(b.code));
}

/** The school years that the viewer's campaigns have, newest first. */
export async function supportYears(db: ScopedDatabase): Promise<string[]> {
  const years = await db.campaign.findMany({
    distinct: ['schoolYear'],
    orderBy: { schoolYear: 'desc' },
    select: { schoolYear: true },
  });
  return years.map(({ schoolYear }) => schoolYear);
}

/** The newest year with a confirmed list in force, null when there is none: what pages of support open with. */
export async function newestListedYear(db: ScopedDatabase): Promise<string | null> {
  const list = await db.confirmedList.findFirst({
    where: { supersededAt: null, track: 'LOW_RESULTS' },
    orderBy: { campaign: { schoolYear: 'desc' } },
    select: { campaign: { select: { schoolYear: true } } },
  });
  return list?.campaign.schoolYear ?? null;
}

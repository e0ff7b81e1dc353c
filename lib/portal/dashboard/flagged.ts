import { mainGroups } from '@/lib/domain/dashboard/groups';
import type { GroupPointsRow, GroupPointsView } from '@/lib/portal/lists/views';
import type { DashboardYear, Flagged, FlaggedSchool, ListedRow } from './views';

/** The schools of the list with their reasons; before it is confirmed those that the rule proposes. */
export function flaggedOf({ list }: Pick<DashboardYear, 'list'>, { table, rule, rows }: GroupPointsView): Flagged {
  const titles = new Map(table.groups.map(({ code, title }) => [code, title]));
  const school = (found: ListedRow, row: GroupPointsRow | undefined): FlaggedSchool => ({
    ...found,
    negativeSum: row?.negativeSum ?? null,
    maximum: row?.maximum ?? null,
    change: row?.change ?? null,
    main: mainGroups(row?.groups ?? []).map((group) => ({ ...group, title: titles.get(group.code) ?? group.code })),
  });
  if (list) {
    const rowOf = new Map(rows.map((row) => [row.schoolId, row]));
    const schools = list.schools.map((listed) => school(listed, rowOf.get(listed.schoolId)));
    return { by: 'LIST', schools: schools.sort((a, b) => (b.negativeSum ?? -1) - (a.negativeSum ?? -1)) };
  }
  const proposed = rows.filter((row) => row.proposed);
  return {
    by: rule && rows.length > 0 ? 'PROPOSAL' : 'NOBODY',
    schools: proposed.map((row) => school({ schoolId: row.schoolId, name: row.name, stayed: null }, row)),
  };
}

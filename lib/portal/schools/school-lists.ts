import type { ScopedDatabase } from '@/lib/access/door';
import type { Track } from '@/lib/domain/instrument';
import { type ListHistory, type ListOfYear, listHistory } from '@/lib/domain/movements';
import type { SchoolYear } from './school-years';
import type { ListInForce } from './views';

export const TRACKS: readonly Track[] = ['LOW_RESULTS', 'ADVERSE_CONDITIONS'];

export interface SchoolLists {
  /** lists in force of the years in which the school had a card, the newest first */
  lists: ListInForce[];
  histories: Map<Track, ListHistory>;
}

/** The school's way through the confirmed lists of its campaigns: nothing of other schools is read. */
export async function schoolLists(
  db: ScopedDatabase,
  schoolId: string,
  years: readonly SchoolYear[],
): Promise<SchoolLists> {
  const yearOf = new Map(years.map((year) => [year.campaignId, year.schoolYear]));
  const rows = await db.confirmedList.findMany({
    where: { campaignId: { in: [...yearOf.keys()] }, supersededAt: null },
    include: { schools: { where: { schoolId } } },
  });
  const ofYears = rows.map((row): ListOfYear & { row: typeof row } => ({
    row,
    schoolYear: yearOf.get(row.campaignId) ?? '',
    track: row.track,
    schoolCodes: row.schools.some((entry) => entry.included) ? [schoolId] : [],
  }));
  const histories = new Map(TRACKS.map((track) => [track, listHistory(ofYears, track, schoolId)]));
  const lists = ofYears
    .map(({ row, schoolYear, track }): ListInForce => {
      const entry = row.schools[0];
      return {
        listId: row.id,
        schoolYear,
        track,
        orderNumber: row.orderNumber,
        orderDate: row.orderDate,
        included: entry?.included ?? false,
        proposed: entry?.proposed ?? false,
        reason: entry?.reason ?? null,
        place: histories.get(track)?.years.find((year) => year.schoolYear === schoolYear)?.place ?? 'OFF',
      };
    })
    .sort((a, b) => b.schoolYear.localeCompare(a.schoolYear) || TRACKS.indexOf(a.track) - TRACKS.indexOf(b.track));
  return { lists, histories };
}

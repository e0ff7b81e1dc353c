import { tableFile } from '@/app/(portal)/table-file';
import { done } from '@/lib/domain/failure';
import { PROGRAMME_STATUSES } from '@/lib/domain/programme/progress';
import { formatSchoolYear, formatShortDate } from '@/lib/domain/russian';
import { isSchoolYear } from '@/lib/domain/school-year';
import type { ExportTable } from '@/lib/exchange/table-export';
import { programmeList } from '@/lib/portal/programmes/queries';
import type { ProgrammeList } from '@/lib/portal/programmes/views';

/** Programmes of a year as a file, `?format=csv|xlsx&year=`; with `table=late` what of them is late. */
export function GET(request: Request): Promise<Response> {
  return tableFile(request, async (viewer, { year = '', table = '' }, now) => {
    const list = await programmeList(viewer, isSchoolYear(year) ? year : undefined, now);
    if (!list.ok) return list;
    return done(table === 'late' ? lateTable(list.value) : programmeTable(list.value));
  });
}

const programmeTable = ({ schoolYear, rows }: ProgrammeList): ExportTable => ({
  title: `Программы перехода, ${formatSchoolYear(schoolYear)}`,
  columns: [
    { header: 'Школа', width: 36 },
    { header: 'Программа', width: 50 },
    { header: 'Состояние', width: 20 },
    { header: 'Мер', format: 'integer' },
    { header: 'Мер выполнено', format: 'integer' },
    { header: 'Просрочено', format: 'integer' },
    { header: 'Изменена' },
  ],
  rows: rows.map((row) => [
    row.schoolName,
    row.title,
    PROGRAMME_STATUSES[row.status],
    row.measures,
    row.measuresDone,
    row.late,
    formatShortDate(row.changedAt),
  ]),
});

const lateTable = ({ schoolYear, late }: ProgrammeList): ExportTable => ({
  title: `Просрочено по программам, ${formatSchoolYear(schoolYear)}`,
  columns: [
    { header: 'Что', width: 60 },
    { header: 'Школа', width: 36 },
    { header: 'Кто', width: 24 },
    { header: 'Срок был' },
  ],
  rows: late.map(({ what, schoolName, who, since }) => [what, schoolName, who, formatShortDate(new Date(since))]),
});

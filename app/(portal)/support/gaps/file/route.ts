import { dayCell, tableFile, tableOf } from '@/app/(portal)/table-file';
import { done } from '@/lib/domain/failure';
import { formatSchoolYear } from '@/lib/domain/russian';
import { isSchoolYear } from '@/lib/domain/school-year';
import { gapsView } from '@/lib/portal/support-cases/queries';

/** What is missing in the support of schools, for a meeting: `?format=csv|xlsx&year=&municipality=&who=`. */
export function GET(request: Request): Promise<Response> {
  return tableFile(request, async (viewer, { year = '', who = '' }, now) => {
    const view = await gapsView(viewer, isSchoolYear(year) ? year : undefined, now);
    if (!view.ok) return view;
    const { schoolYear, rows } = view.value;
    return done(
      tableOf(
        `Пробелы поддержки, ${formatSchoolYear(schoolYear)}`,
        rows.filter((row) => who === '' || row.who === who),
        [
          { header: 'Чего не хватает', width: 70, of: (row) => row.text },
          { header: 'Школа', width: 30, of: (row) => row.schoolName },
          { header: 'Кто должен сделать', width: 24, of: (row) => row.who },
          { header: 'С какого дня', width: 16, of: (row) => dayCell(row.since) },
        ],
        who === '' ? [] : [`Кто должен сделать: ${who}`],
      ),
    );
  });
}

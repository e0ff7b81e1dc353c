import { tableFile } from '@/app/(portal)/table-file';
import { done } from '@/lib/domain/failure';
import { formatSchoolYear } from '@/lib/domain/russian';
import { isSchoolYear } from '@/lib/domain/school-year';
import { PROFILE_STATUSES, SIGNIFICANCES } from '@/lib/domain/support/risk';
import { riskMatrix } from '@/lib/portal/risks/queries';

/** Schools × risk factors, `?format=csv|xlsx&year=`. */
export function GET(request: Request): Promise<Response> {
  return tableFile(request, async (viewer, { year = '' }, now) => {
    const matrix = await riskMatrix(viewer, isSchoolYear(year) ? year : undefined, now);
    if (!matrix.ok) return matrix;
    const { schoolYear, factors, rows } = matrix.value;
    return done({
      title: `Риски школ, ${formatSchoolYear(schoolYear)}`,
      columns: [
        { header: 'Школа', width: 36 },
        { header: 'Профиль', width: 18 },
        ...factors.map(({ code, title }) => ({ header: `${code} ${title}`, width: 18 })),
      ],
      rows: rows.map((row) => [
        row.schoolName,
        row.status ? PROFILE_STATUSES[row.status] : 'не начат',
        ...factors.map(({ code }) => {
          const significance = row.significance[code];
          return significance ? SIGNIFICANCES[significance] : null;
        }),
      ]),
    });
  });
}

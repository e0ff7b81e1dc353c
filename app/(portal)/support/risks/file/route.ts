import { type RowColumn, tableFile, tableOf } from '@/app/(portal)/table-file';
import { done } from '@/lib/domain/failure';
import { formatSchoolYear } from '@/lib/domain/russian';
import { isSchoolYear } from '@/lib/domain/school-year';
import { PROFILE_STATUSES, SIGNIFICANCES } from '@/lib/domain/support/risk';
import { riskMatrix } from '@/lib/portal/risks/queries';
import type { RiskRow } from '@/lib/portal/risks/views';

/** Schools × factors of risk as a file, `?format=csv|xlsx&year=`. */
export function GET(request: Request): Promise<Response> {
  return tableFile(request, async (viewer, { year = '' }, now) => {
    const matrix = await riskMatrix(viewer, isSchoolYear(year) ? year : undefined, now);
    if (!matrix.ok) return matrix;
    const { factors, rows, schoolYear } = matrix.value;
    const columns: RowColumn<RiskRow>[] = [
      { header: 'Школа', width: 36, of: (row) => row.schoolName },
      { header: 'Профиль', width: 22, of: ({ status }) => (status ? PROFILE_STATUSES[status] : 'не начат') },
      { header: 'Школа не согласна', format: 'integer', of: (row) => row.disagreements },
      ...factors.map(({ code, title }) => ({
        header: `${code} ${title}`,
        of: ({ significance }: RiskRow) => (significance[code] ? SIGNIFICANCES[significance[code]] : null),
      })),
    ];
    return done(tableOf(`Риски школ, ${formatSchoolYear(schoolYear)}`, rows, columns));
  });
}

import { yearOf } from '@/app/(portal)/analysis/objectivity/place';
import { municipalityAsked, tableFile, tableOf } from '@/app/(portal)/table-file';
import { planeOf, QUADRANTS } from '@/components/objectivity/quadrants';
import { done } from '@/lib/domain/failure';
import { capitalised, formatSchoolYear } from '@/lib/domain/russian';
import { objectivityPlane } from '@/lib/portal/objectivity/queries';
import type { PlanePoint } from '@/lib/portal/objectivity/views';

/** Results beside trust as a file, `?format=csv|xlsx&municipality=&year=&result=`; schools apart have no quadrant. */
export function GET(request: Request): Promise<Response> {
  const makeTable: Parameters<typeof tableFile>[1] = async (viewer, asked) => {
    const municipalityId = municipalityAsked(viewer, asked);
    if (!municipalityId.ok) return municipalityId;
    const view = await objectivityPlane(viewer, municipalityId.value, yearOf(asked.year));
    if (!view.ok) return view;
    const { municipalityName, schoolYear, points } = view.value;
    const { placed, apart } = planeOf(points, asked.result === 'mark' ? 'mark' : 'sum');
    const order = QUADRANTS.map(({ code }) => code);
    const sorted = [...placed].sort(
      (a, b) => order.indexOf(a.quadrant) - order.indexOf(b.quadrant) || a.trustValue - b.trustValue,
    );
    const quadrants = new Map(placed.map((point) => [point.schoolId, point.quadrant]));
    const nameOf = ({ schoolId }: PlanePoint) =>
      QUADRANTS.find(({ code }) => code === quadrants.get(schoolId))?.name ?? 'вне плоскости: данных недостаточно';
    return done(
      tableOf<PlanePoint>(
        'Результат и доверие',
        [...sorted, ...apart],
        [
          { header: 'Школа', width: 36, of: (point) => point.name },
          { header: 'Сумма', format: 'integer', of: (point) => point.negativeSum },
          { header: 'Максимум', format: 'integer', of: (point) => point.maximum },
          { header: 'Средняя отметка ВПР', format: 'decimal', of: (point) => point.meanMark },
          { header: 'Признаков', format: 'integer', of: (point) => point.trust.found },
          { header: 'Проверок', format: 'integer', of: (point) => point.trust.checks },
          { header: 'Доверие', format: 'share', of: (point) => point.trust.value },
          { header: 'Где стоит', width: 44, of: nameOf },
        ],
        [capitalised(municipalityName), ...(schoolYear ? [formatSchoolYear(schoolYear, true)] : [])],
      ),
    );
  };
  return tableFile(request, makeTable, false);
}

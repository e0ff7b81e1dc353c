import { yearOf } from '@/app/(portal)/analysis/objectivity/place';
import { municipalityAsked, tableFile, tableOf } from '@/app/(portal)/table-file';
import { cellInWords } from '@/components/objectivity/map-cell';
import { done } from '@/lib/domain/failure';
import { capitalised, formatSchoolYear } from '@/lib/domain/russian';
import { objectivityMap } from '@/lib/portal/objectivity/queries';
import type { MapRow } from '@/lib/portal/objectivity/views';
import { askedMap } from '../asked';

/** The map of objectivity as a file, `?format=csv|xlsx&municipality=&year=&grade=&subject=&sign=`: schools × works. */
export function GET(request: Request): Promise<Response> {
  const makeTable: Parameters<typeof tableFile>[1] = async (viewer, asked) => {
    const municipalityId = municipalityAsked(viewer, asked);
    if (!municipalityId.ok) return municipalityId;
    const view = await objectivityMap(viewer, municipalityId.value, yearOf(asked.year), askedMap(asked));
    if (!view.ok) return view;
    const { municipalityName, columns, rows, filter } = view.value;
    return done(
      tableOf(
        'Карта объективности результатов ВПР',
        rows,
        [
          { header: 'Школа', width: 36, of: (row) => row.name },
          { header: 'Признаков', format: 'integer', of: (row) => row.signs },
          ...columns.map(({ subject, grade, schoolYear }, at) => ({
            header: `${subject}, ${grade} класс, ${formatSchoolYear(schoolYear)}`,
            width: 22,
            of: ({ cells }: MapRow) => {
              const cell = cells[at];
              return cell ? cellInWords(cell) : null;
            },
          })),
        ],
        [
          capitalised(municipalityName),
          'Признак — повод для дополнительного анализа, а не вывод о школе',
          ...(filter.grade === null ? [] : [`Класс: ${filter.grade}`]),
          ...(filter.subject === null ? [] : [`Предмет: ${filter.subject}`]),
          ...(filter.sign === null ? [] : [`Признак: ${filter.sign}`]),
        ],
      ),
    );
  };
  return tableFile(request, makeTable, false);
}

import { beyondOneSchool, tableFile, WHOLE_LIST } from '@/app/(portal)/table-file';
import { gradesInWords, SCHOOL_KINDS } from '@/components/schools/school-kinds';
import { done } from '@/lib/domain/failure';
import { formatShortDate } from '@/lib/domain/russian';
import { schoolRows } from '@/lib/portal/schools/queries';
import { askedSchools } from '../asked';

/** The list of schools as a file, `?format=csv|xlsx&q=&municipality=&closed=`. */
export function GET(request: Request): Promise<Response> {
  return tableFile(request, async (viewer, asked) => {
    const allowed = beyondOneSchool(viewer);
    if (!allowed.ok) return allowed;
    const { filter } = await askedSchools(viewer, asked);
    const { items } = await schoolRows(viewer, filter, WHOLE_LIST);
    return done({
      title: 'Школы',
      notes: filter.q === '' ? [] : [`Название или код: ${filter.q}`],
      columns: [
        { header: 'Школа', width: 36 },
        { header: 'Муниципалитет', width: 28 },
        { header: 'Код' },
        { header: 'Вид' },
        { header: 'Классы' },
        { header: 'Обучающихся', format: 'integer' },
        { header: 'Закрыта' },
      ],
      rows: items.map((school) => [
        school.shortName,
        school.municipalityName,
        school.code,
        SCHOOL_KINDS[school.kind],
        gradesInWords(school.gradeFrom, school.gradeTo),
        school.pupils,
        school.closedOn && formatShortDate(school.closedOn),
      ]),
    });
  });
}

import { beyondOneSchool, tableFile } from '@/app/(portal)/table-file';
import { done } from '@/lib/domain/failure';
import { formatShortDate } from '@/lib/domain/russian';
import { curatorsView } from '@/lib/portal/support-cases/queries';

/** Who leads which school, `?format=csv|xlsx`; schools that nobody leads stand last. */
export function GET(request: Request): Promise<Response> {
  return tableFile(request, async (viewer) => {
    const allowed = beyondOneSchool(viewer);
    if (!allowed.ok) return allowed;
    const view = await curatorsView(viewer);
    if (!view.ok) return view;
    const { people, unled } = view.value;
    return done({
      title: 'Кураторы школ',
      columns: [{ header: 'Школа', width: 36 }, { header: 'Куратор', width: 36 }, { header: 'С какого дня' }],
      rows: [
        ...people.flatMap(({ name, schools }) =>
          schools.map((school) => [school.name, name, formatShortDate(new Date(school.startedOn))]),
        ),
        ...unled.map((school) => [school.name, null, null]),
      ],
    });
  });
}

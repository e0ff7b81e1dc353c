import { dayCell, tableFile, tableOf } from '@/app/(portal)/table-file';
import { done } from '@/lib/domain/failure';
import { watchView } from '@/lib/portal/support-cases/queries';

/** Schools under observation as a file, `?format=csv|xlsx`; the query tells schools nothing of it. */
export function GET(request: Request): Promise<Response> {
  return tableFile(request, async (viewer) => {
    const view = await watchView(viewer);
    if (!view.ok) return view;
    return done(
      tableOf('Под наблюдением', view.value.items, [
        { header: 'Школа', width: 36, of: (item) => item.schoolName },
        { header: 'Муниципалитет', width: 28, of: (item) => item.municipality },
        { header: 'Кто наблюдает', width: 16, of: ({ level }) => (level === 'REGION' ? 'СОИРО' : 'МОЦ') },
        { header: 'За чем следить', width: 60, of: (item) => item.reason },
        { header: 'Добавил', width: 28, of: (item) => item.addedBy },
        { header: 'Когда', of: (item) => dayCell(item.addedAt) },
      ]),
    );
  });
}

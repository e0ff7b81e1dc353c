import { dayCell, tableFile, tableOf } from '@/app/(portal)/table-file';
import { done } from '@/lib/domain/failure';
import { PROJECT_KINDS, PROJECT_STATUSES } from '@/lib/domain/support/project';
import { projectList } from '@/lib/portal/projects/queries';

/** Projects and programmes of МОЦ as a file, `?format=csv|xlsx`. */
export function GET(request: Request): Promise<Response> {
  return tableFile(request, async (viewer) => {
    const list = await projectList(viewer);
    if (!list.ok) return list;
    return done(
      tableOf('Проекты и программы МОЦ', list.value.rows, [
        { header: 'Название', width: 50, of: (row) => row.title },
        { header: 'Вид', of: (row) => PROJECT_KINDS[row.kind] },
        { header: 'Состояние', of: (row) => PROJECT_STATUSES[row.status] },
        { header: 'Начало', of: (row) => dayCell(row.startsOn) },
        { header: 'Конец', of: (row) => dayCell(row.endsOn) },
        { header: 'Школ', format: 'integer', of: (row) => row.schools },
        {
          header: 'Выполнено',
          format: 'share',
          of: ({ progress }) => (progress === null ? null : progress / 100),
        },
        { header: 'Обеспечение', width: 50, of: (row) => row.provision.words },
      ]),
    );
  });
}

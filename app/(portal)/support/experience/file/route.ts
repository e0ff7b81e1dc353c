import { dayCell, tableFile, tableOf } from '@/app/(portal)/table-file';
import { done } from '@/lib/domain/failure';
import { experienceList } from '@/lib/portal/projects/queries';

/** What schools tell of their experience as a file, `?format=csv|xlsx`. */
export function GET(request: Request): Promise<Response> {
  return tableFile(request, async (viewer) => {
    const list = await experienceList(viewer);
    if (!list.ok) return list;
    return done(
      tableOf('Опыт школ', list.value.items, [
        { header: 'Название', width: 40, of: (item) => item.title },
        { header: 'Школа', width: 36, of: (item) => item.school },
        { header: 'Направление', width: 30, of: (item) => item.direction || null },
        { header: 'Изменено', of: (item) => dayCell(item.changedAt) },
        { header: 'Состояние', width: 16, of: (item) => (item.publishedAt ? 'опубликовано' : 'черновик') },
        { header: 'Описание', width: 80, of: (item) => item.text },
      ]),
    );
  });
}

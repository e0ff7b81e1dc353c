import { beyondOneSchool, tableFile } from '@/app/(portal)/table-file';
import { done } from '@/lib/domain/failure';
import { capitalised, formatShortDate } from '@/lib/domain/russian';
import { watchView } from '@/lib/portal/support-cases/queries';

/** Schools under watch, `?format=csv|xlsx`. */
export function GET(request: Request): Promise<Response> {
  return tableFile(request, async (viewer) => {
    const allowed = beyondOneSchool(viewer);
    if (!allowed.ok) return allowed;
    const view = await watchView(viewer);
    if (!view.ok) return view;
    return done({
      title: 'Наблюдение',
      columns: [
        { header: 'Школа', width: 36 },
        { header: 'Муниципалитет', width: 30 },
        { header: 'Чьё' },
        { header: 'Причина', width: 60 },
        { header: 'Кто добавил', width: 30 },
        { header: 'Когда' },
      ],
      rows: view.value.items.map((item) => [
        item.schoolName,
        capitalised(item.municipality),
        item.level === 'REGION' ? 'СОИРО' : 'МОЦ',
        item.reason,
        item.addedBy,
        formatShortDate(item.addedAt),
      ]),
    });
  });
}

import { tableFile, tableOf } from '@/app/(portal)/table-file';
import { done } from '@/lib/domain/failure';
import { addresseeInWords } from '@/lib/domain/support/recommendation';
import { templatesOf } from '@/lib/portal/recommendations/queries';

/** Templates of recommendations as a file, `?format=csv|xlsx`. */
export function GET(request: Request): Promise<Response> {
  return tableFile(request, async (viewer) => {
    const templates = await templatesOf(viewer);
    if (!templates.ok) return templates;
    return done(
      tableOf('Шаблоны рекомендаций', templates.value.items, [
        { header: 'Шаблон', width: 40, of: (one) => one.title },
        { header: 'Текст', width: 70, of: (one) => one.text },
        { header: 'Кому', width: 24, of: (one) => addresseeInWords(one.addressee, one.subject) },
        { header: 'Когда предлагается', width: 30, of: (one) => [...one.criteria, ...one.risks].join(', ') || null },
        { header: 'Дней', format: 'integer', of: (one) => one.days },
        { header: 'Состояние', of: (one) => (one.active ? 'действует' : 'выключен') },
      ]),
    );
  });
}

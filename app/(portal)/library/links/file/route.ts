import { dayCell, tableFile, tableOf, WHOLE_LIST } from '@/app/(portal)/table-file';
import { done } from '@/lib/domain/failure';
import { LINK_STATES } from '@/lib/domain/library/link-address';
import { checkedLinks } from '@/lib/portal/documents/queries';
import { linkQuerySchema } from '@/lib/portal/documents/schema';

/** Addresses of documents with what they answered, `?format=csv|xlsx&state=`. */
export function GET(request: Request): Promise<Response> {
  return tableFile(request, async (viewer, { state }) => {
    const links = await checkedLinks(viewer, { ...linkQuerySchema.parse({ state }), ...WHOLE_LIST });
    if (!links.ok) return links;
    return done(
      tableOf('Ссылки библиотеки', links.value.items, [
        { header: 'Документ', width: 60, of: (item) => item.title },
        { header: 'Адрес', width: 60, of: (item) => item.url },
        { header: 'Состояние', width: 30, of: (item) => (item.state ? LINK_STATES[item.state] : 'Ещё не проверена') },
        { header: 'Проверена', of: (item) => dayCell(item.checkedAt) },
      ]),
    );
  });
}

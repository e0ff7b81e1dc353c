import { tableFile, WHOLE_LIST } from '@/app/(portal)/table-file';
import { done } from '@/lib/domain/failure';
import { formatDay } from '@/lib/domain/library/day';
import { DOCUMENT_AUDIENCES, DOCUMENT_KINDS, DOCUMENT_LEVELS } from '@/lib/domain/library/document';
import { documentList } from '@/lib/portal/documents/queries';
import type { DocumentJson } from '@/lib/portal/documents/schema';
import { askedDocuments } from '../asked';

/** What the library shows as a file, `?format=csv|xlsx` and the conditions of its page. */
export function GET(request: Request): Promise<Response> {
  return tableFile(request, async (viewer, asked) => {
    const query = askedDocuments(asked);
    const list = await documentList(viewer, { ...query, ...WHOLE_LIST });
    if (!list.ok) return list;
    return done({
      title: 'Библиотека',
      notes: query.q ? [`Поиск: ${list.value.corrected ?? query.q}`] : [],
      columns: [
        { header: 'Название', width: 60 },
        { header: 'Вид', width: 24 },
        { header: 'Тип', width: 20 },
        { header: 'Номер' },
        { header: 'Дата' },
        { header: 'Кем издан', width: 30 },
        { header: 'Уровень', width: 18 },
        { header: 'Тема', width: 24 },
        { header: 'Действует' },
        { header: 'Кому виден', width: 20 },
        { header: 'Файл' },
        { header: 'Ссылка', width: 40 },
      ],
      rows: list.value.items.map((item) => [
        item.title,
        DOCUMENT_KINDS[item.kind],
        item.type,
        item.number,
        item.issuedOn && formatDay(item.issuedOn),
        item.issuer,
        item.level && DOCUMENT_LEVELS[item.level],
        item.subject,
        forceOf(item),
        DOCUMENT_AUDIENCES[item.audience],
        item.hasFile ? 'есть' : 'нет',
        item.url,
      ]),
    });
  });
}

/** Only an act can be in force. */
function forceOf({ kind, inForce }: DocumentJson): string | null {
  if (kind !== 'ACT') return null;
  return inForce ? 'да' : 'утратил силу';
}

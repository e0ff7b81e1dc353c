import { dayCell, tableFile, tableOf, WHOLE_LIST } from '@/app/(portal)/table-file';
import { letterWords } from '@/components/settings/letter-words';
import { refusal } from '@/lib/access/policy';
import { done } from '@/lib/domain/failure';
import { outboxOf } from '@/lib/portal/messages/queries';

/** The outbox as a file, `?format=csv|xlsx`. Texts stay in the portal: an invitation holds a link that opens an account. */
export function GET(request: Request): Promise<Response> {
  return tableFile(request, async (viewer) => {
    const refused = refusal(viewer, 'outbox.read');
    if (refused) return { ok: false, failure: refused };
    const { items } = await outboxOf(viewer, WHOLE_LIST);
    return done(
      tableOf('Исходящая почта', items, [
        { header: 'Тема', width: 60, of: (letter) => letter.subject },
        { header: 'Кому', width: 36, of: (letter) => letter.recipient },
        { header: 'Написано', of: (letter) => dayCell(letter.createdAt) },
        { header: 'Состояние', width: 26, of: (letter) => letterWords(letter) },
        { header: 'Попыток', format: 'integer', of: (letter) => letter.attempts },
      ]),
    );
  });
}

import { dayCell, type RowColumn, tableFileOf, tableOf } from '@/app/(portal)/table-file';
import { BOARD_VIEWS, boardView, byNeed } from '@/components/campaigns/board-order';
import { cardWords } from '@/components/campaigns/card-words';
import { refusal } from '@/lib/access/policy';
import { done, failed } from '@/lib/domain/failure';
import { capitalised, formatSchoolYear } from '@/lib/domain/russian';
import { campaignBoard } from '@/lib/portal/campaigns/board';
import type { BoardRow } from '@/lib/portal/campaigns/views';

/** The board of a campaign, `?format=csv|xlsx&show=`: who has not begun, who is late, what waits. */
export function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return tableFileOf(request, params, 'id', async (id, viewer, { show }, now) => {
    const refused = refusal(viewer, 'campaign.board');
    if (refused) return { ok: false, failure: refused };
    const board = await campaignBoard(viewer, id, now);
    if (!board) return failed('NOT_FOUND', 'Кампания не найдена.');
    const { label, fits } = BOARD_VIEWS[boardView(show)];
    return done(
      tableOf(`Кампания ${formatSchoolYear(board.schoolYear)}`, byNeed(board.rows).filter(fits), COLUMNS, [
        capitalised(board.municipalityName),
        `Карты: ${label.toLowerCase()}`,
      ]),
    );
  });
}

const COLUMNS: readonly RowColumn<BoardRow>[] = [
  { header: 'Школа', width: 36, of: (row) => row.schoolName },
  { header: 'Карта', width: 16, of: (row) => cardWords(row) },
  { header: 'Отвечено', format: 'integer', of: (row) => row.answered },
  { header: 'Вопросов', format: 'integer', of: (row) => row.applicable },
  { header: 'Расхождений с данными', format: 'integer', of: (row) => row.disagreements },
  { header: 'Оспаривается', format: 'integer', of: (row) => row.openDisputes },
  { header: 'Срок', of: (row) => dayCell(row.dueAt) },
  { header: 'Опаздывает', of: (row) => (row.late ? 'да' : 'нет') },
  { header: 'Отправлена', of: (row) => dayCell(row.submittedAt) },
  { header: 'Запись директора', of: (row) => (row.hasAccount ? 'есть' : 'нет') },
];

import { dayCell, tableFileOf, tableOf } from '@/app/(portal)/table-file';
import { byMatrixStatus } from '@/components/failure-matrix/board-order';
import { done } from '@/lib/domain/failure';
import { capitalised, formatSchoolYear } from '@/lib/domain/russian';
import { matrixBoard } from '@/lib/portal/failure-matrix/queries';

/** Schools of a matrix campaign and who has sent, `?format=csv|xlsx`. */
export function GET(request: Request, { params }: { params: Promise<{ campaignId: string }> }): Promise<Response> {
  return tableFileOf(request, params, 'campaignId', async (id, viewer, _asked, now) => {
    const board = await matrixBoard(viewer, id, now);
    if (!board.ok) return board;
    const { schoolYear, municipalityName, rows } = board.value;
    return done(
      tableOf(
        `Сбор матриц ${formatSchoolYear(schoolYear)}`,
        byMatrixStatus(rows),
        [
          { header: 'Школа', width: 36, of: (row) => row.schoolName },
          {
            header: 'Состояние',
            width: 16,
            of: ({ status, savedAt }) =>
              status === 'SUBMITTED' ? 'Отправлена' : savedAt === null ? 'Не начата' : 'Заполняется',
          },
          { header: 'Просрочена', of: (row) => (row.late ? 'да' : 'нет') },
          { header: 'Сохранена', of: (row) => dayCell(row.savedAt) },
          { header: 'Отправлена', of: (row) => dayCell(row.submittedAt) },
          { header: 'Запись директора', of: (row) => (row.hasAccount ? 'есть' : 'нет') },
        ],
        [capitalised(municipalityName)],
      ),
    );
  });
}

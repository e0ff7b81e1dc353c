import { tableFile } from '@/app/(portal)/table-file';
import { done } from '@/lib/domain/failure';
import { formatShortDate } from '@/lib/domain/russian';
import { DECISION_KINDS, DECISION_STATES } from '@/lib/domain/support/decision';
import { decisionList } from '@/lib/portal/decisions/queries';

/** Management decisions, `?format=csv|xlsx`. */
export function GET(request: Request): Promise<Response> {
  return tableFile(request, async (viewer, _asked, now) => {
    const list = await decisionList(viewer, now);
    if (!list.ok) return list;
    return done({
      title: 'Управленческие решения',
      columns: [
        { header: 'Вид', width: 18 },
        { header: 'Номер' },
        { header: 'Дата' },
        { header: 'О чём', width: 60 },
        { header: 'Ответственный', width: 30 },
        { header: 'Срок' },
        { header: 'Состояние', width: 18 },
        { header: 'Просрочено' },
        { header: 'Школ', format: 'integer' },
      ],
      rows: list.value.rows.map((row) => [
        DECISION_KINDS[row.kind],
        row.number,
        formatShortDate(new Date(row.decidedOn)),
        row.title,
        row.responsible,
        row.dueOn && formatShortDate(new Date(row.dueOn)),
        DECISION_STATES[row.state],
        row.late ? 'да' : 'нет',
        row.schools,
      ]),
    });
  });
}

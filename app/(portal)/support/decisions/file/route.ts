import { dayCell, tableFile, tableOf } from '@/app/(portal)/table-file';
import { done } from '@/lib/domain/failure';
import { DECISION_KINDS, DECISION_STATES } from '@/lib/domain/support/decision';
import { decisionList } from '@/lib/portal/decisions/queries';

/** Decisions as a file, `?format=csv|xlsx`. A school does not learn how many others a decision is about. */
export function GET(request: Request): Promise<Response> {
  return tableFile(request, async (viewer, _asked, now) => {
    const list = await decisionList(viewer, now);
    if (!list.ok) return list;
    return done(
      tableOf('Управленческие решения', list.value.rows, [
        { header: 'Решение', width: 60, of: (row) => row.title },
        { header: 'Вид', of: (row) => DECISION_KINDS[row.kind] },
        { header: 'Номер', of: (row) => row.number },
        { header: 'Дата', of: (row) => dayCell(row.decidedOn) },
        { header: 'Ответственный', width: 30, of: (row) => row.responsible || null },
        { header: 'Срок', of: (row) => dayCell(row.dueOn) },
        { header: 'Школ', format: 'integer', of: (row) => (viewer.role === 'PRINCIPAL' ? null : row.schools) },
        { header: 'Контроль', width: 18, of: (row) => (row.late ? 'Срок прошёл' : DECISION_STATES[row.state]) },
      ]),
    );
  });
}

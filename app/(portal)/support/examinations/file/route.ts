import { dayCell, type RowColumn, tableFile, tableOf } from '@/app/(portal)/table-file';
import { done } from '@/lib/domain/failure';
import { formatSchoolYear } from '@/lib/domain/russian';
import { EXAMINATION_STATUSES, PART_KINDS, PART_STATES } from '@/lib/domain/support/examination';
import { examinationPlan } from '@/lib/portal/examinations/queries';
import type { PlanCell, PlanRow } from '@/lib/portal/examinations/views';
import { askedPlan } from '../asked';

/** The schedule of examinations as a file, `?format=csv|xlsx&year=&mine=&late=`. */
export function GET(request: Request): Promise<Response> {
  return tableFile(request, async (viewer, asked, now) => {
    const filter = askedPlan(asked);
    const plan = await examinationPlan(viewer, filter, now);
    if (!plan.ok) return plan;
    const notes = [...(filter.mine ? ['Только мои'] : []), ...(filter.late ? ['Только просроченные'] : [])];
    const title = `Обследования, ${formatSchoolYear(plan.value.schoolYear)}`;
    return done(tableOf(title, plan.value.rows, COLUMNS, notes));
  });
}

const COLUMNS: readonly RowColumn<PlanRow>[] = [
  { header: 'Школа', width: 36, of: (row) => row.schoolName },
  { header: 'Обследование', width: 36, of: (row) => row.title },
  { header: 'Начало', of: (row) => dayCell(row.startsOn) },
  { header: 'Конец', of: (row) => dayCell(row.endsOn) },
  { header: 'Состояние', width: 18, of: (row) => EXAMINATION_STATUSES[row.status] },
  ...PART_KINDS.map(({ kind, short }) => ({
    header: short,
    width: 24,
    of: ({ cells }: PlanRow) => partsInWords(cells.filter((cell) => cell.kind === kind)),
  })),
  { header: 'Выводов', format: 'integer', of: (row) => row.findings },
];

function partsInWords(cells: readonly PlanCell[]): string {
  const words = cells.map(({ state, late, dueOn }) => {
    const due = dayCell(dueOn);
    return `${late ? 'Просрочено' : PART_STATES[state]}${due ? `, до ${due}` : ''}`;
  });
  return words.join('; ') || 'не проводится';
}

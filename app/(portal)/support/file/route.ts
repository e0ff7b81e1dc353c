import { beyondOneSchool, tableFile } from '@/app/(portal)/table-file';
import { done } from '@/lib/domain/failure';
import { formatSchoolYear, formatShortDate } from '@/lib/domain/russian';
import { CASE_STEPS, STEP_STATES, stepLabel } from '@/lib/domain/support/case';
import { supportBoard } from '@/lib/portal/support-cases/queries';
import type { SupportRow } from '@/lib/portal/support-cases/views';
import { askedBoard } from '../asked';

/** The board of support as a file, `?format=csv|xlsx&year=&mine=&stuck=&watched=`. */
export function GET(request: Request): Promise<Response> {
  return tableFile(request, async (viewer, asked, now) => {
    const allowed = beyondOneSchool(viewer);
    if (!allowed.ok) return allowed;
    const filter = askedBoard(asked);
    const board = await supportBoard(viewer, filter, now);
    if (!board.ok) return board;
    const { schoolYear, rows } = board.value;
    return done({
      title: `Поддержка школ, ${formatSchoolYear(schoolYear)}`,
      notes: [
        ...(filter.mine ? ['Только мои'] : []),
        ...(filter.stuck ? ['Где застряло'] : []),
        ...(filter.watched ? ['Под наблюдением'] : []),
      ],
      columns: [
        { header: 'Школа', width: 36 },
        { header: 'Муниципалитет', width: 28 },
        ...CASE_STEPS.map(({ label }) => ({ header: label, width: 18 })),
        { header: 'Дальше', width: 28 },
        { header: 'Срок' },
        { header: 'Куратор', width: 28 },
        { header: 'Рассмотреть' },
        { header: 'Тревог', format: 'integer' },
        { header: 'Наблюдение' },
        { header: 'Пробелов', format: 'integer' },
      ],
      rows: rows.map((row) => [
        row.schoolName,
        row.municipality,
        ...CASE_STEPS.map(({ code }) => {
          const step = row.steps.find((one) => one.code === code);
          return step ? STEP_STATES[step.state] : null;
        }),
        nextOf(row),
        row.next?.dueOn ? formatShortDate(new Date(row.next.dueOn)) : null,
        row.curators.join(', ') || 'не назначен',
        row.nextReviewOn && formatShortDate(new Date(row.nextReviewOn)),
        row.openConcerns,
        row.watched ? 'да' : 'нет',
        row.gaps,
      ]),
    });
  });
}

function nextOf({ caseId, status, next }: SupportRow): string | null {
  if (caseId === null) return 'сопровождение не открыто';
  if (status === 'CLOSED') return 'поддержка завершена';
  return next && stepLabel(next.code);
}

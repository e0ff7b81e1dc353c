import { tableFile } from '@/app/(portal)/table-file';
import { done } from '@/lib/domain/failure';
import { formatSchoolYear, formatShortDate } from '@/lib/domain/russian';
import { isSchoolYear } from '@/lib/domain/school-year';
import { EXAMINATION_STATUSES, PART_STATES } from '@/lib/domain/support/examination';
import { examinationPlan } from '@/lib/portal/examinations/queries';

/** Examinations with their parts, a row a part, `?format=csv|xlsx&year=&mine=&late=`. */
export function GET(request: Request): Promise<Response> {
  return tableFile(request, async (viewer, { year = '', mine, late }, now) => {
    const filter = { schoolYear: isSchoolYear(year) ? year : undefined, mine: mine === 'yes', late: late === 'yes' };
    const plan = await examinationPlan(viewer, filter, now);
    if (!plan.ok) return plan;
    return done({
      title: `Обследования, ${formatSchoolYear(plan.value.schoolYear)}`,
      columns: [
        { header: 'Школа', width: 36 },
        { header: 'Обследование', width: 40 },
        { header: 'Состояние', width: 16 },
        { header: 'С' },
        { header: 'По' },
        { header: 'Часть', width: 36 },
        { header: 'Состояние части', width: 16 },
        { header: 'Срок' },
        { header: 'Кто ведёт', width: 30 },
        { header: 'Опаздывает' },
      ],
      rows: plan.value.rows.flatMap((row) => {
        const whole = [
          ...[row.schoolName, row.title, EXAMINATION_STATUSES[row.status]],
          ...[formatShortDate(new Date(row.startsOn)), formatShortDate(new Date(row.endsOn))],
        ];
        if (row.cells.length === 0) return [[...whole, null, null, null, null, null]];
        return row.cells.map((part) => [
          ...whole,
          part.title,
          PART_STATES[part.state],
          part.dueOn && formatShortDate(new Date(part.dueOn)),
          part.owner || null,
          part.late ? 'да' : 'нет',
        ]);
      }),
    });
  });
}

import { tableFile } from '@/app/(portal)/table-file';
import { done } from '@/lib/domain/failure';
import { formatSchoolYear } from '@/lib/domain/russian';
import { isSchoolYear } from '@/lib/domain/school-year';
import { PARTNERSHIP_STATUSES } from '@/lib/domain/support/partnership';
import { partnershipList } from '@/lib/portal/partnerships/queries';

/** Partnerships of a year, `?format=csv|xlsx&year=`; reasons of a choice are МОЦ's own and stay out. */
export function GET(request: Request): Promise<Response> {
  return tableFile(request, async (viewer, { year = '' }, now) => {
    const list = await partnershipList(viewer, isSchoolYear(year) ? year : undefined, now);
    if (!list.ok) return list;
    return done({
      title: `Партнёрства, ${formatSchoolYear(list.value.schoolYear)}`,
      columns: [
        { header: 'Партнёрство', width: 40 },
        { header: 'Состояние', width: 16 },
        { header: 'Школа-партнёр', width: 36 },
        { header: 'Школы', width: 50 },
        { header: 'Мероприятий', format: 'integer' },
      ],
      rows: list.value.rows.map((row) => [
        row.title,
        PARTNERSHIP_STATUSES[row.status],
        row.host,
        row.schools.join(', '),
        row.events,
      ]),
    });
  });
}

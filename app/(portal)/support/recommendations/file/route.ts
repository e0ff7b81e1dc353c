import { tableFile } from '@/app/(portal)/table-file';
import { done } from '@/lib/domain/failure';
import { formatSchoolYear, formatShortDate } from '@/lib/domain/russian';
import { addresseeInWords, RECOMMENDATION_STATUSES } from '@/lib/domain/support/recommendation';
import { recommendationList } from '@/lib/portal/recommendations/queries';
import { askedRecommendations } from '../asked';

/** Recommendations of a year as a file, `?format=csv|xlsx&year=&school=&status=&late=`. */
export function GET(request: Request): Promise<Response> {
  return tableFile(request, async (viewer, asked, now) => {
    const filter = askedRecommendations(asked);
    const list = await recommendationList(viewer, filter, now);
    if (!list.ok) return list;
    return done({
      title: `Рекомендации, ${formatSchoolYear(list.value.schoolYear)}`,
      notes: [
        ...(filter.status ? [`Состояние: ${RECOMMENDATION_STATUSES[filter.status]}`] : []),
        ...(filter.overdue ? ['Только просроченные'] : []),
      ],
      columns: [
        { header: 'Рекомендация', width: 70 },
        { header: 'Школа', width: 36 },
        { header: 'Кому', width: 24 },
        { header: 'Срок' },
        { header: 'Состояние', width: 20 },
        { header: 'Просрочена' },
      ],
      rows: list.value.rows.map((row) => [
        row.text,
        row.schoolName,
        addresseeInWords(row.addressee, row.subject),
        formatShortDate(new Date(row.dueOn)),
        RECOMMENDATION_STATUSES[row.status],
        row.overdue ? 'да' : 'нет',
      ]),
    });
  });
}

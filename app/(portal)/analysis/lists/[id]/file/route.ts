import { tableFileOf, tableOf } from '@/app/(portal)/table-file';
import { done } from '@/lib/domain/failure';
import { capitalised, formatDate, formatSchoolYear } from '@/lib/domain/russian';
import { TRACK_NAMES } from '@/lib/domain/track-names';
import { confirmedListView } from '@/lib/portal/lists/queries';

/** A confirmed list as a file, `?format=csv|xlsx`: its schools, then those proposed and left out. */
export function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return tableFileOf(request, params, 'id', async (id, viewer) => {
    const view = await confirmedListView(viewer, id);
    if (!view.ok) return view;
    const { head, schools, municipalityName, supersededBy } = view.value;
    const ordered = [...schools.filter(({ included }) => included), ...schools.filter(({ included }) => !included)];
    return done(
      tableOf(
        `Список, ${TRACK_NAMES[head.track].toLowerCase()}, ${formatSchoolYear(head.schoolYear)}`,
        ordered,
        [
          { header: 'Школа', width: 50, of: (school) => school.schoolName },
          { header: 'Код', of: (school) => school.schoolCode },
          { header: 'Сумма', format: 'integer', of: (school) => school.negativeSum },
          { header: 'Максимум', format: 'integer', of: (school) => school.maximum },
          {
            header: 'Доля максимума',
            format: 'share',
            of: ({ negativeSum, maximum }) => (negativeSum === null || !maximum ? null : negativeSum / maximum),
          },
          { header: 'Включена', of: (school) => (school.included ? 'да' : 'нет') },
          { header: 'Предложена правилом', of: (school) => (school.proposed ? 'да' : 'нет') },
          { header: 'Основание отступления', width: 50, of: (school) => school.reason },
        ],
        [
          capitalised(municipalityName),
          `Приказ № ${head.orderNumber} от ${formatDate(new Date(head.orderDate))}`,
          supersededBy ? 'Список заменён новым приказом' : 'Список действует',
        ],
      ),
    );
  });
}

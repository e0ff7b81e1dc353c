import { isId } from '@/app/(portal)/opened';
import { tableFile } from '@/app/(portal)/table-file';
import { cardWords } from '@/components/campaigns/card-words';
import { orderedProgress, PROGRESS_VIEWS, progressOrder } from '@/components/dashboard/school-progress-order';
import { done, failed } from '@/lib/domain/failure';
import { PROGRAMME_STATUSES } from '@/lib/domain/programme/progress';
import { capitalised, formatSchoolYear } from '@/lib/domain/russian';
import { schoolProgress } from '@/lib/portal/overview/queries';

/** Schools and how far the work with them has come, `?format=csv|xlsx&municipality=&year=&show=&sort=&direction=`. */
export function GET(request: Request): Promise<Response> {
  return tableFile(request, async (viewer, { municipality, year, ...asked }, now) => {
    if (municipality && !isId(municipality)) return failed('NOT_FOUND', 'Муниципалитет не найден.');
    const view = await schoolProgress(viewer, { municipalityId: municipality || undefined, schoolYear: year }, now);
    if (!view.ok) return view;
    const { municipalityName, schoolYear, schools } = view.value;
    const order = progressOrder(asked);
    return done({
      title: `Ход работы по школам, ${schoolYear ? formatSchoolYear(schoolYear) : 'кампаний не было'}`,
      notes: [capitalised(municipalityName), `Школы: ${PROGRESS_VIEWS[order.show]?.label.toLowerCase()}`],
      columns: [
        { header: 'Школа', width: 36 },
        { header: 'Карта', width: 16 },
        { header: 'Опаздывает', width: 12 },
        { header: 'Сумма', format: 'integer' },
        { header: 'Максимум', format: 'integer' },
        { header: 'В списке' },
        { header: 'Обследований', format: 'integer' },
        { header: 'Проведено', format: 'integer' },
        { header: 'Рекомендаций', format: 'integer' },
        { header: 'Выполнено', format: 'integer' },
        { header: 'Без ответа в срок', format: 'integer' },
        { header: 'Программа', width: 20 },
        { header: 'Партнёр', width: 36 },
        { header: 'Мероприятий', format: 'integer' },
      ],
      rows: orderedProgress(schools, order).map((school) => [
        school.name,
        school.card && cardWords({ status: school.card, begun: true }),
        school.late ? 'да' : 'нет',
        school.negativeSum,
        school.maximum,
        school.listed ? 'да' : 'нет',
        school.examinations,
        school.examinationsDone,
        school.recommendationsIssued,
        school.recommendationsDone,
        school.recommendationsLate,
        school.programme && PROGRAMME_STATUSES[school.programme],
        school.partners.join(', ') || null,
        school.eventsAttended,
      ]),
    });
  });
}

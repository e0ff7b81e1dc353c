import { tableFile } from '@/app/(portal)/table-file';
import { orderedMunicipalities, regionSort } from '@/components/region/region-order';
import { done, failed } from '@/lib/domain/failure';
import { capitalised, formatSchoolYear } from '@/lib/domain/russian';
import { isSchoolYear } from '@/lib/domain/school-year';
import { regionOverview, supportProgress } from '@/lib/portal/overview/queries';

const CAMPAIGN_WORDS = { DRAFT: 'готовится', OPEN: 'открыта', CLOSED: 'закрыта' };

/** Municipalities of the region, `?format=csv|xlsx&schoolYear=&sort=&direction=`: campaign, list and progress of support. */
export function GET(request: Request): Promise<Response> {
  return tableFile(request, async (viewer, { schoolYear: asked = '', ...order }, now) => {
    if (viewer.role !== 'REGION_COORDINATOR') return failed('FORBIDDEN', 'Таблицу региона видит СОИРО.');
    const overview = await regionOverview(viewer, isSchoolYear(asked) ? asked : undefined);
    if (!overview.ok) return overview;
    const { schoolYear, municipalities } = overview.value;
    const progress = await supportProgress(viewer, schoolYear ?? '', now);
    if (!progress.ok) return progress;
    const support = new Map(progress.value.map((row) => [row.municipalityId, row]));
    return done({
      title: `Муниципалитеты региона, ${schoolYear ? formatSchoolYear(schoolYear) : 'кампаний не было'}`,
      columns: [
        { header: 'Муниципалитет', width: 36 },
        { header: 'Кампания', width: 14 },
        { header: 'Школ', format: 'integer' },
        { header: 'Карт принято', format: 'integer' },
        { header: 'Ждут проверки', format: 'integer' },
        { header: 'У школ', format: 'integer' },
        { header: 'Опаздывают', format: 'integer' },
        { header: 'Охват, %', format: 'share' },
        { header: 'В списке', format: 'integer' },
        { header: 'Доля в списке, %', format: 'share' },
        { header: 'Средняя сумма', format: 'decimal' },
        { header: 'Доля максимума, %', format: 'share' },
        { header: 'Обследований', format: 'integer' },
        { header: 'Проведено', format: 'integer' },
        { header: 'Школ списка с программой', format: 'integer' },
        { header: 'Рекомендаций', format: 'integer' },
        { header: 'Выполнено', format: 'integer' },
        { header: 'Без ответа в срок', format: 'integer' },
        { header: 'Партнёрств', format: 'integer' },
      ],
      rows: orderedMunicipalities(municipalities, regionSort(order)).map((row) => {
        const one = support.get(row.municipalityId);
        return [
          capitalised(row.name),
          row.campaign ? CAMPAIGN_WORDS[row.campaign.status] : 'не было',
          row.schools,
          row.cardsAccepted,
          row.cardsSubmitted,
          row.cardsAtSchools,
          one?.cardsLate ?? null,
          row.coverage,
          row.listInForce ? row.flagged : null,
          row.listInForce ? row.flaggedShare : null,
          row.meanNegativeSum,
          row.meanShare,
          one?.examinations ?? null,
          one?.examinationsDone ?? null,
          one?.programmesInForce ?? null,
          one?.recommendationsIssued ?? null,
          one?.recommendationsDone ?? null,
          one?.recommendationsLate ?? null,
          one?.partnerships ?? null,
        ];
      }),
    });
  });
}

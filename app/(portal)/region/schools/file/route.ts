import { tableFile, WHOLE_LIST } from '@/app/(portal)/table-file';
import { cardWords } from '@/components/campaigns/card-words';
import { done, failed } from '@/lib/domain/failure';
import { capitalised, formatSchoolYear } from '@/lib/domain/russian';
import { isSchoolYear } from '@/lib/domain/school-year';
import { TRACK_NAMES } from '@/lib/domain/track-names';
import { rankingOfRegion } from '@/lib/portal/lists/queries';
import { regionOverview } from '@/lib/portal/overview/queries';

/** Schools of the region by sum, whole, `?format=csv|xlsx&schoolYear=&track=&municipality=`. */
export function GET(request: Request): Promise<Response> {
  return tableFile(request, async (viewer, { schoolYear: asked = '', track: way, municipality }) => {
    if (viewer.role !== 'REGION_COORDINATOR') return failed('FORBIDDEN', 'Таблицу региона видит СОИРО.');
    const overview = await regionOverview(viewer, isSchoolYear(asked) ? asked : undefined);
    if (!overview.ok) return overview;
    const { schoolYear } = overview.value;
    if (!schoolYear) return failed('NOT_FOUND', 'Кампаний ещё не было.');
    const track = way === 'ADVERSE_CONDITIONS' ? 'ADVERSE_CONDITIONS' : 'LOW_RESULTS';
    const ranking = await rankingOfRegion(viewer, {
      ...WHOLE_LIST,
      ...{ schoolYear, track },
      ...(municipality && { municipalityId: municipality }),
    });
    if (!ranking.ok) return ranking;
    return done({
      title: `Школы региона, ${formatSchoolYear(schoolYear)}`,
      notes: [TRACK_NAMES[track], 'Каждую школу судит правило её муниципалитета'],
      columns: [
        { header: 'Школа', width: 36 },
        { header: 'Муниципалитет', width: 32 },
        { header: 'Карта', width: 16 },
        { header: 'Место в муниципалитете', format: 'integer' },
        { header: 'Сумма', format: 'integer' },
        { header: 'Максимум', format: 'integer' },
        { header: 'Доля максимума, %', format: 'share' },
        { header: 'Сумма год назад', format: 'integer' },
        { header: 'Предложена правилом' },
        { header: 'В списке' },
      ],
      rows: ranking.value.items.map((school) => [
        school.schoolShortName,
        capitalised(school.municipalityName),
        cardWords({ status: school.status, begun: true }),
        school.rank,
        school.negativeSum,
        school.negativeSum === null ? null : school.maximum,
        school.negativeSum === null ? null : school.share,
        school.previousNegativeSum,
        school.proposed ? 'да' : 'нет',
        school.confirmed ? 'да' : 'нет',
      ]),
    });
  });
}

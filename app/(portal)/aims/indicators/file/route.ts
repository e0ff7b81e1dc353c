import { tableFile } from '@/app/(portal)/table-file';
import { may } from '@/lib/access/policy';
import { TARGET_WORDS } from '@/lib/domain/aims/words';
import { done, failed } from '@/lib/domain/failure';
import { capitalised, formatSchoolYear } from '@/lib/domain/russian';
import { cycleView } from '@/lib/portal/aims/queries';
import { aimsQuerySchema } from '@/lib/portal/aims/schema';

const UNITS = { PERCENT: '%', POINTS: 'баллы', COUNT: 'шт.' };

/** Indicators with target, fact and forecast, `?format=csv|xlsx&year=&municipality=`. */
export function GET(request: Request): Promise<Response> {
  return tableFile(request, async (viewer, { year = '', municipality = '' }) => {
    const asked = aimsQuerySchema.safeParse({ schoolYear: year, municipalityId: municipality });
    if (!may(viewer, 'aims.read') || !asked.success) return failed('NOT_FOUND', 'Такого года или муниципалитета нет.');
    const cycle = await cycleView(viewer, asked.data);
    if (!cycle.ok) return cycle;
    const { place, indicators } = cycle.value;
    const years = indicators[0]?.history.map(({ schoolYear }) => schoolYear) ?? [];
    return done({
      title: `Показатели, ${formatSchoolYear(place.schoolYear)}`,
      notes: [capitalised(place.municipality), 'Прогноз — предложение разработчиков портала'],
      columns: [
        { header: 'Показатель', width: 50 },
        { header: 'Единица' },
        { header: 'План', format: 'decimal' },
        { header: 'Факт', format: 'decimal' },
        { header: 'Часть', format: 'integer' },
        { header: 'Из', format: 'integer' },
        { header: 'Итог', width: 20 },
        { header: 'Прогноз', format: 'decimal' },
        ...years.map((one) => ({ header: `Факт ${formatSchoolYear(one)}`, format: 'decimal' as const })),
      ],
      rows: indicators.map((one) => [
        one.title,
        UNITS[one.unit],
        one.target,
        one.fact,
        one.parts?.part ?? null,
        one.parts?.whole ?? null,
        TARGET_WORDS[one.state],
        one.forecast,
        ...one.history.map(({ value }) => value),
      ]),
    });
  });
}

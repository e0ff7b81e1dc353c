import { isId } from '@/app/(portal)/opened';
import { beyondOneSchool, type RowColumn, tableFile, tableOf } from '@/app/(portal)/table-file';
import { done, failed } from '@/lib/domain/failure';
import { capitalised, formatNumber, formatSchoolYear } from '@/lib/domain/russian';
import { nextSchoolYear } from '@/lib/domain/school-year';
import { earlyWarningView } from '@/lib/portal/early-warning/queries';
import type { Warning } from '@/lib/portal/early-warning/views';

/** Schools with a warning as a file, `?format=csv|xlsx&municipality=`; no school gets it. */
export function GET(request: Request): Promise<Response> {
  const makeTable: Parameters<typeof tableFile>[1] = async (viewer, { municipality }) => {
    const allowed = beyondOneSchool(viewer);
    if (!allowed.ok) return allowed;
    if (municipality && !isId(municipality)) return failed('NOT_FOUND', 'Муниципалитет не найден.');
    const view = await earlyWarningView(viewer, municipality || undefined);
    if (!view.ok) return view;
    const { schoolYear, warnings } = view.value;
    const year = schoolYear ? `, ${formatSchoolYear(nextSchoolYear(schoolYear))}` : '';
    return done(
      tableOf(`Раннее предупреждение${year}`, warnings, COLUMNS, [
        'Прогноз — повод присмотреться, а не вывод о школе. Правило и порог — предложение разработчиков портала',
      ]),
    );
  };
  return tableFile(request, makeTable, false);
}

const COLUMNS: readonly RowColumn<Warning>[] = [
  { header: 'Школа', width: 36, of: (one) => one.name },
  { header: 'Код', of: (one) => one.schoolCode },
  { header: 'Муниципалитет', width: 28, of: (one) => capitalised(one.municipalityName) },
  { header: 'Сумма два года назад', format: 'integer', of: ({ sums }) => sums[0] },
  { header: 'Сумма год назад', format: 'integer', of: ({ sums }) => sums[1] },
  { header: 'Сумма последняя', format: 'integer', of: ({ sums }) => sums[2] },
  { header: 'Прогноз', format: 'decimal', of: (one) => one.forecast },
  { header: 'Порог', format: 'integer', of: (one) => one.threshold },
  { header: 'Вероятность', format: 'share', of: (one) => one.chance },
  {
    header: 'Из-за чего: баллы в год, в скобках среднее',
    width: 60,
    of: ({ groups }) =>
      groups.map(({ title, own, city }) => `${title}: ${formatNumber(own, 1)} (${formatNumber(city, 1)})`).join('; ') ||
      'понемногу по всем группам',
  },
];

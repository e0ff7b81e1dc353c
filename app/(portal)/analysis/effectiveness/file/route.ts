import { isId } from '@/app/(portal)/opened';
import { type RowColumn, tableFile, tableOf } from '@/app/(portal)/table-file';
import { MEASURE_NAMES } from '@/components/effectiveness/effect-words';
import type { EffectReview } from '@/lib/domain/effectiveness/review';
import { done, failed } from '@/lib/domain/failure';
import { capitalised, formatSchoolYear } from '@/lib/domain/russian';
import { effectivenessView } from '@/lib/portal/effectiveness/queries';
import { askedPeriod } from '../asked';

/**
 * Whether support did more than chance, `?format=csv|xlsx&municipality=&from=&to=`: all schools of the list, then by kind of
 * measure and by municipality; points of the negative sum, a minus is an improvement.
 */
export function GET(request: Request): Promise<Response> {
  const makeTable: Parameters<typeof tableFile>[1] = async (viewer, { municipality, ...years }) => {
    if (municipality && !isId(municipality)) return failed('NOT_FOUND', 'Муниципалитет не найден.');
    const view = await effectivenessView(viewer, { municipalityId: municipality || undefined, ...askedPeriod(years) });
    if (!view.ok) return view;
    const { period, review, measures, municipalities } = view.value;
    const rows: Row[] = [
      { by: 'Все школы списка', name: null, review },
      ...measures.map(({ kind, review: of }) => ({ by: 'Вид мер', name: MEASURE_NAMES[kind], review: of })),
      ...municipalities.map(({ name, review: of }) => ({ by: 'Муниципалитет', name: capitalised(name), review: of })),
    ];
    const place = view.value.municipality?.name ?? 'все муниципалитеты вместе';
    const notes = period ? [`Список ${formatSchoolYear(period.from)}, итог ${formatSchoolYear(period.to)}`] : [];
    return done(tableOf('Эффективность мер', period ? rows : [], COLUMNS, [capitalised(place), ...notes]));
  };
  return tableFile(request, makeTable, false);
}

interface Row {
  by: string;
  name: string | null;
  review: EffectReview;
}

type Estimate = 'supported' | 'comparable' | 'expected';

/** Schools, mean change and the ends of its 90 % interval. */
const estimateColumns = (title: string, part: Estimate): RowColumn<Row>[] => [
  { header: `${title}: школ`, format: 'integer', of: ({ review }) => review[part].n },
  { header: `${title}: изменение`, format: 'decimal', of: ({ review }) => review[part].change },
  { header: `${title}: от`, format: 'decimal', of: ({ review }) => review[part].low },
  { header: `${title}: до`, format: 'decimal', of: ({ review }) => review[part].high },
];

const COLUMNS: readonly RowColumn<Row>[] = [
  { header: 'Разрез', width: 20, of: ({ by }) => by },
  { header: 'Что', width: 30, of: ({ name }) => name },
  ...estimateColumns('Школы списка', 'supported'),
  ...estimateColumns('Похожие вне списка', 'comparable'),
  ...estimateColumns('Ожидаемое без поддержки', 'expected'),
  { header: 'Эффект, баллы', format: 'decimal', of: ({ review }) => review.effect.value },
  { header: 'Эффект: от (90 %)', format: 'decimal', of: ({ review }) => review.effect.low },
  { header: 'Эффект: до (90 %)', format: 'decimal', of: ({ review }) => review.effect.high },
  { header: 'Вывод', width: 24, of: ({ review }) => review.words },
];

import Link from 'next/link';
import { ChartFigure } from '@/components/charts/chart-figure';
import { cn } from '@/components/ui/class-names';
import { Cell, HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { formatNumber, formatPercent, typeset } from '@/lib/domain/russian';
import { schoolHref } from './addresses';
import { type PlacedPoint, type Plane, type PlaneMeasure, QUADRANTS, type Quadrant } from './quadrants';

export interface TrustPlaneProps {
  plane: Plane & { middle: NonNullable<Plane['middle']> };
  measure: PlaneMeasure;
}

const SHAPES: Record<Quadrant, string> = {
  LOW_TRUSTED: 'rounded-full bg-info',
  LOW_DOUBTFUL: 'rotate-45 bg-danger',
  GOOD_DOUBTFUL: 'bg-warning',
  GOOD_TRUSTED: 'rounded-full border-3 border-success bg-surface',
};

/** Schools by result and by how far their data can be relied on; the table behind it says the same. */
export function TrustPlane({ plane, measure }: TrustPlaneProps) {
  const { placed, middle } = plane;
  return (
    <ChartFigure
      title="Результат и доверие"
      level={2}
      description="Вправо — лучше результат, вверх — меньше признаков среди проверенного. Линии проходят через медианы муниципалитета, поэтому по каждую сторону всегда около половины школ: место на плоскости — не вывод, а приглашение посмотреть. Школы с одинаковыми числами стоят в ряд."
      legend={<Legend placed={placed} />}
      chart={<Drawing placed={placed} middle={middle} measure={measure} />}
      table={<PlaneTable placed={placed} measure={measure} />}
    />
  );
}

function Legend({ placed }: { placed: readonly PlacedPoint[] }) {
  return (
    <ul className="grid gap-3 text-sm sm:grid-cols-2">
      {QUADRANTS.map(({ code, name, support }) => (
        <li key={code} className="flex gap-3">
          <span aria-hidden className={cn('mt-1 size-3 shrink-0', SHAPES[code])} />
          <span>
            <span className="font-medium">
              {name}: {placed.filter((point) => point.quadrant === code).length}
            </span>
            <span className="block text-muted">{support}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Room for points of the edges, parts of the side. */
const MARGIN = 0.04;

/** Points stand in HTML, so that they keep their size and can be opened; the plane is drawn to the schools that are on it. */
function Drawing({
  placed,
  middle,
  measure,
}: { placed: readonly PlacedPoint[] } & Pick<TrustPlaneProps['plane'], 'middle'> & Pick<TrustPlaneProps, 'measure'>) {
  const across = scaleOf(placed.map((point) => point.result));
  const up = scaleOf(placed.map((point) => point.trustValue));
  return (
    <div className="grid grid-cols-[1.5rem_minmax(0,1fr)] gap-2 text-xs text-muted">
      <p className="flex items-center justify-center [writing-mode:vertical-rl] rotate-180">Доверие к данным →</p>
      <div className="relative h-96 border-b border-l border-line-strong">
        <span
          aria-hidden
          className="absolute inset-y-0 border-l border-dashed border-line-strong"
          style={{ left: `${across(middle.result)}%` }}
        />
        <span
          aria-hidden
          className="absolute inset-x-0 border-t border-dashed border-line-strong"
          style={{ top: `${100 - up(middle.trust)}%` }}
        />
        <ul aria-label="Школы">
          {besideEachOther(placed).map(({ point, aside }) => (
            <li
              key={point.schoolId}
              className="absolute -translate-1/2 [--apart:0.4375rem] sm:[--apart:0.875rem]"
              style={{
                left: `calc(${across(point.result)}% + ${aside} * var(--apart))`,
                top: `${100 - up(point.trustValue)}%`,
              }}
            >
              <Link
                href={schoolHref(point.schoolId)}
                prefetch={false}
                title={pointInWords(point, measure)}
                aria-label={pointInWords(point, measure)}
                className="flex size-6 items-center justify-center"
              >
                <span aria-hidden className={cn('size-3', SHAPES[point.quadrant])} />
              </Link>
            </li>
          ))}
        </ul>
      </div>
      <span />
      <p className="flex justify-between gap-2 tabular-nums">
        <span>{resultAtEnd(placed, measure, 'worst')}</span>
        <span>{measure === 'sum' ? 'Меньше отрицательных критериев' : 'Выше средняя отметка ВПР'} →</span>
        <span>{resultAtEnd(placed, measure, 'best')}</span>
      </p>
    </div>
  );
}

/** Schools of one place stand in a row around it, so that none hides another; `aside` counts widths of a point. */
function besideEachOther(placed: readonly PlacedPoint[]): { point: PlacedPoint; aside: number }[] {
  const places = Map.groupBy(placed, (point) => `${point.result} ${point.trustValue}`);
  return [...places.values()].flatMap((same) =>
    same.map((point, index) => ({ point, aside: index - (same.length - 1) / 2 })),
  );
}

/** The figure of the school that stands farthest to one side. */
function resultAtEnd(placed: readonly PlacedPoint[], measure: PlaneMeasure, end: 'worst' | 'best'): string {
  const sorted = [...placed].sort((a, b) => a.result - b.result);
  const point = sorted.at(end === 'worst' ? 0 : -1);
  if (!point) return '';
  return measure === 'sum' ? formatNumber(point.negativeSum) : formatNumber(point.meanMark, 2);
}

/** From a value to percents of the side. */
function scaleOf(values: readonly number[]): (value: number) => number {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const room = Math.max((most - least) * MARGIN, 0.01);
  return (value) => ((value - least + room) / (most - least + 2 * room)) * 100;
}

const resultWords = (point: PlacedPoint, measure: PlaneMeasure) =>
  measure === 'sum'
    ? `сумма ${formatNumber(point.negativeSum)} из ${formatNumber(point.maximum)}`
    : `средняя отметка ${formatNumber(point.meanMark, 2)}`;

function pointInWords(point: PlacedPoint, measure: PlaneMeasure): string {
  const { found, checks } = point.trust;
  return `${point.name}: ${resultWords(point, measure)}, признаков ${found} из ${checks} проверок`;
}

function PlaneTable({ placed, measure }: { placed: readonly PlacedPoint[]; measure: PlaneMeasure }) {
  const order = QUADRANTS.map(({ code }) => code);
  const rows = [...placed].sort(
    (a, b) => order.indexOf(a.quadrant) - order.indexOf(b.quadrant) || a.trustValue - b.trustValue,
  );
  return (
    <div className="rounded-md border border-line">
      <Table caption="Результат и доверие по школам">
        <TableHead>
          <tr>
            <HeaderCell>Школа</HeaderCell>
            <HeaderCell numeric>{measure === 'sum' ? 'Сумма' : 'Средняя отметка'}</HeaderCell>
            <HeaderCell numeric>Признаков</HeaderCell>
            <HeaderCell numeric>Проверок</HeaderCell>
            <HeaderCell numeric>Доверие</HeaderCell>
            <HeaderCell>Где стоит</HeaderCell>
          </tr>
        </TableHead>
        <TableBody>
          {rows.map((point) => (
            <TableRow key={point.schoolId}>
              <RowHeader>
                <Link href={schoolHref(point.schoolId)} className="link-quiet" prefetch={false}>
                  {typeset(point.name)}
                </Link>
              </RowHeader>
              <Cell numeric>
                {measure === 'sum' ? formatNumber(point.negativeSum) : formatNumber(point.meanMark, 2)}
              </Cell>
              <Cell numeric>{point.trust.found}</Cell>
              <Cell numeric>{point.trust.checks}</Cell>
              <Cell numeric>{formatPercent(point.trustValue, 0)}</Cell>
              <Cell>{QUADRANTS.find(({ code }) => code === point.quadrant)?.name}</Cell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}

import Link from 'next/link';
import { ChartFigure } from '@/components/charts/chart-figure';
import { Cell, HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { expectedCounts, type FunnelPlace, funnelPlace } from '@/lib/domain/funnel';
import { capitalised, formatPercent } from '@/lib/domain/russian';
import type { MunicipalityOverview } from '@/lib/portal/overview/schema';

export interface FunnelPlotProps {
  /** with a list in force */
  municipalities: readonly MunicipalityOverview[];
  /** of all of them together, 0..1 */
  share: number;
  /** the page of a municipality */
  hrefOf: (municipalityId: string) => string;
}

export const PLACE_WORDS: Record<FunnelPlace, string> = {
  INSIDE: 'в пределах случайного разброса',
  ABOVE: 'выше случайного разброса',
  BELOW: 'ниже случайного разброса',
};

/** Share of schools on the list by the size of the municipality, with the band that chance alone would fill. */
export function FunnelPlot({ municipalities, share, hrefOf }: FunnelPlotProps) {
  const placed = municipalities.map((row) => ({ row, place: funnelPlace(row, share) }));
  const outside = placed.filter(({ place }) => place !== 'INSIDE').map(({ row }) => capitalised(row.name));
  return (
    <ChartFigure
      title="Разброс по размеру муниципалитета"
      description={
        <>
          В полосу попадают 95 из 100 муниципалитетов, которые отличаются от региона ({formatPercent(share)}) одной
          случайностью. Чем меньше школ, тем она шире. За полосой — отличается больше, чем бывает случайно: повод
          разобраться, а не место в рейтинге.{' '}
          {outside.length > 0 ? `За полосой: ${outside.join(', ')}.` : 'За полосой нет ни одного муниципалитета.'}
        </>
      }
      chart={<Drawing placed={placed} share={share} hrefOf={hrefOf} />}
      table={
        <Table caption="Разброс по размеру муниципалитета">
          <TableHead>
            <tr>
              <HeaderCell>Муниципалитет</HeaderCell>
              <HeaderCell numeric>Школ</HeaderCell>
              <HeaderCell numeric>В списке</HeaderCell>
              <HeaderCell numeric>Доля</HeaderCell>
              <HeaderCell numeric>Случайный разброс</HeaderCell>
              <HeaderCell>Где стоит</HeaderCell>
            </tr>
          </TableHead>
          <TableBody>
            {placed.map(({ row, place }) => {
              const { low, high } = expectedCounts(row.schools, share);
              return (
                <TableRow key={row.municipalityId}>
                  <RowHeader>
                    <Link href={hrefOf(row.municipalityId)} className="link-quiet" prefetch={false}>
                      {capitalised(row.name)}
                    </Link>
                  </RowHeader>
                  <Cell numeric>{row.schools}</Cell>
                  <Cell numeric>{row.flagged}</Cell>
                  <Cell numeric>{formatPercent(row.flaggedShare)}</Cell>
                  <Cell numeric>
                    от {low} до {high} школ
                  </Cell>
                  <Cell>{PLACE_WORDS[place]}</Cell>
                </TableRow>
              );
            })}
          </TableBody>
        </Table>
      }
    />
  );
}

interface Placed {
  row: MunicipalityOverview;
  place: FunnelPlace;
}

/** Points and labels stand in HTML, so that they keep their size; the band is stretched beneath them. */
function Drawing({ placed, share, hrefOf }: { placed: readonly Placed[] } & Pick<FunnelPlotProps, 'share' | 'hrefOf'>) {
  const widest = Math.max(10, Math.ceil(Math.max(...placed.map(({ row }) => row.schools)) / 10) * 10);
  const highest = Math.min(1, Math.max(0.4, ...placed.map(({ row }) => (row.flaggedShare ?? 0) + 0.05)));
  const sizes = Array.from({ length: widest - 2 }, (_, at) => at + 3);
  const x = (schools: number) => (schools / widest) * 100;
  const y = (part: number) => 100 - (Math.min(part, highest) / highest) * 100;
  const edge = (side: 'low' | 'high') => sizes.map((size) => [x(size), y(expectedCounts(size, share)[side] / size)]);
  const band = [...edge('high'), ...edge('low').reverse()].map((point) => point.join(',')).join(' ');
  return (
    <div className="grid grid-cols-[2.75rem_minmax(0,1fr)] gap-x-2 text-xs text-muted tabular-nums">
      <div aria-hidden className="relative h-64">
        {[0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]
          .filter((part) => part <= highest)
          .map((part) => (
            <span key={part} className="absolute right-0 -translate-y-1/2" style={{ top: `${y(part)}%` }}>
              {formatPercent(part, 0)}
            </span>
          ))}
      </div>
      <div className="relative h-64 border-b border-l border-line-strong">
        <svg
          aria-hidden="true"
          viewBox="0 0 100 100"
          preserveAspectRatio="none"
          className="absolute inset-0 size-full overflow-visible"
        >
          <polygon
            points={band}
            className="fill-accent-soft stroke-accent"
            strokeWidth="1"
            vectorEffect="non-scaling-stroke"
          />
          <line
            x1="0"
            x2="100"
            y1={y(share)}
            y2={y(share)}
            className="stroke-accent"
            strokeWidth="1.5"
            strokeDasharray="6 4"
            vectorEffect="non-scaling-stroke"
          />
        </svg>
        <ul aria-label="Муниципалитеты">
          {placed.map(({ row, place }) => (
            <li
              key={row.municipalityId}
              title={`${capitalised(row.name)}: ${row.flagged} из ${row.schools}, ${formatPercent(row.flaggedShare)}`}
              className="absolute"
              style={{ left: `${x(row.schools)}%`, top: `${y(row.flaggedShare ?? 0)}%` }}
            >
              <Link
                href={hrefOf(row.municipalityId)}
                prefetch={false}
                className={`absolute size-3.5 -translate-1/2 border-2 border-surface ${place === 'INSIDE' ? 'rounded-full bg-accent' : 'rotate-45 bg-danger'}`}
              >
                <span className="sr-only">
                  {capitalised(row.name)}, {formatPercent(row.flaggedShare)}, {PLACE_WORDS[place]}
                </span>
              </Link>
              {place === 'INSIDE' ? null : (
                <span aria-hidden className="absolute bottom-2 left-2 font-medium whitespace-nowrap text-ink">
                  {capitalised(row.name)}
                </span>
              )}
            </li>
          ))}
        </ul>
      </div>
      <span />
      <div aria-hidden className="relative mt-1 h-5">
        {Array.from({ length: widest / 10 + 1 }, (_, at) => at * 10).map((schools) => (
          <span key={schools} className="absolute -translate-x-1/2" style={{ left: `${x(schools)}%` }}>
            {schools}
          </span>
        ))}
      </div>
      <span />
      <p className="text-center">Школ в муниципалитете</p>
    </div>
  );
}

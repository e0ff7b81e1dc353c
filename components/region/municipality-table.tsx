import Link from 'next/link';
import { CampaignStatus } from '@/components/campaigns/campaign-status';
import { SegmentBar } from '@/components/ui/segment-bar';
import { sortLink } from '@/components/ui/sort-link';
import {
  Cell,
  HeaderCell,
  RowHeader,
  type SortDirection,
  Table,
  TableBody,
  TableHead,
  TableRow,
} from '@/components/ui/table';
import { capitalised, formatNumber, formatPercent, NO_VALUE } from '@/lib/domain/russian';
import type { MunicipalityOverview } from '@/lib/portal/overview/schema';
import { isSmall, type RegionSort } from './region-order';

export interface MunicipalityTableProps {
  caption: string;
  schoolYear: string;
  municipalities: readonly MunicipalityOverview[];
  sort: RegionSort;
  direction: SortDirection;
  sortHref: (sort: RegionSort, direction: SortDirection) => string;
}

/** The parts of the progress bar, in their order. */
export const PROGRESS_LABELS = ['принято', 'ждёт проверки', 'у школ'] as const;

/** Municipalities of the region: how far the campaign has come, how many schools are on the list. */
export function MunicipalityTable({
  caption,
  schoolYear,
  municipalities,
  sort,
  direction,
  sortHref,
}: MunicipalityTableProps) {
  const head = (column: RegionSort, first: SortDirection) => sortLink({ sort, direction }, column, first, sortHref);
  return (
    <Table caption={caption}>
      <TableHead>
        <tr>
          <HeaderCell sort={head('name', 'ascending')}>Муниципалитет</HeaderCell>
          <HeaderCell numeric sort={head('schools', 'descending')}>
            Школ
          </HeaderCell>
          <HeaderCell className="min-w-40" sort={head('coverage', 'ascending')}>
            Карты приняты
          </HeaderCell>
          <HeaderCell numeric sort={head('flagged', 'descending')}>
            В списке
          </HeaderCell>
          <HeaderCell numeric sort={head('share', 'descending')}>
            Доля школ
          </HeaderCell>
          <HeaderCell numeric sort={head('mean', 'descending')}>
            Средняя сумма, доля максимума
          </HeaderCell>
          <HeaderCell>Кампания</HeaderCell>
        </tr>
      </TableHead>
      <TableBody>
        {municipalities.map((row) => (
          <MunicipalityRow key={row.municipalityId} row={row} schoolYear={schoolYear} />
        ))}
      </TableBody>
    </Table>
  );
}

function MunicipalityRow({ row, schoolYear }: { row: MunicipalityOverview; schoolYear: string }) {
  const name = capitalised(row.name);
  return (
    <TableRow>
      <RowHeader className="min-w-44">
        <Link
          href={`/dashboard?municipality=${row.municipalityId}&year=${schoolYear}`}
          className="link-quiet"
          prefetch={false}
        >
          {name}
        </Link>
      </RowHeader>
      <Cell numeric className="whitespace-nowrap">
        {isSmall(row) ? <span className="mr-2 text-xs text-muted">мало школ</span> : null}
        {row.schools}
      </Cell>
      <Cell>
        <span className="flex items-center gap-3">
          <SegmentBar
            className="w-24 shrink-0"
            max={row.schools}
            segments={[
              { label: PROGRESS_LABELS[0], value: row.cardsAccepted },
              { label: PROGRESS_LABELS[1], value: row.cardsSubmitted },
              { label: PROGRESS_LABELS[2], value: 0 },
            ]}
          />
          <span className="whitespace-nowrap tabular-nums">
            {row.cardsAccepted} из {row.schools}
          </span>
        </span>
      </Cell>
      {row.listInForce ? (
        <>
          <Cell numeric className="font-semibold">
            {row.flagged}
          </Cell>
          <Cell numeric className={isSmall(row) ? 'text-muted' : undefined}>
            {formatPercent(row.flaggedShare)}
          </Cell>
        </>
      ) : (
        <Cell colSpan={2} numeric>
          <span className="text-muted">список не утверждён</span>
        </Cell>
      )}
      <Cell numeric>
        {row.meanNegativeSum === null ? (
          <span className="text-muted">{NO_VALUE}</span>
        ) : (
          <>
            {formatNumber(row.meanNegativeSum, 1)}
            <span className="inline-block w-16 text-muted">{formatPercent(row.meanShare)}</span>
          </>
        )}
      </Cell>
      <Cell>
        {row.campaign ? (
          <Link href={`/analysis/campaigns/${row.campaign.id}`} className="link-quiet" prefetch={false}>
            <CampaignStatus status={row.campaign.status} />
          </Link>
        ) : (
          <span className="text-muted">не было</span>
        )}
      </Cell>
    </TableRow>
  );
}

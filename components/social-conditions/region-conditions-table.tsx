import Link from 'next/link';
import { Cell, HeaderCell, RowHeader, Table, TableBody, TableFoot, TableHead, TableRow } from '@/components/ui/table';
import { capitalised, formatNumber } from '@/lib/domain/russian';
import { SCHOOL_TYPE_NAMES, SCHOOL_TYPES } from '@/lib/domain/typology';
import type { RegionConditionsView } from '@/lib/portal/social-conditions/views';

/** Municipalities by kinds of their schools; the last row is the region. */
export function RegionConditionsTable({ caption, view }: { caption: string; view: RegionConditionsView }) {
  return (
    <Table caption={caption}>
      <TableHead>
        <tr>
          <HeaderCell>Муниципалитет</HeaderCell>
          <HeaderCell numeric>Школ</HeaderCell>
          <HeaderCell numeric>С индексом</HeaderCell>
          {SCHOOL_TYPES.map((type) => (
            <HeaderCell key={type} numeric>
              {SCHOOL_TYPE_NAMES[type]}
            </HeaderCell>
          ))}
          <HeaderCell numeric>Мало данных</HeaderCell>
        </tr>
      </TableHead>
      <TableBody>
        {view.municipalities.map((row) => (
          <TableRow key={row.municipalityId}>
            <RowHeader className="min-w-44">
              {row.campaignId ? (
                <Link href={`/analysis/campaigns/${row.campaignId}/conditions`} className="link-quiet" prefetch={false}>
                  {capitalised(row.name)}
                </Link>
              ) : (
                capitalised(row.name)
              )}
            </RowHeader>
            <Figures row={row} />
          </TableRow>
        ))}
      </TableBody>
      <TableFoot>
        <TableRow>
          <RowHeader className="font-semibold">Регион</RowHeader>
          <Figures row={view.total} />
        </TableRow>
      </TableFoot>
    </Table>
  );
}

function Figures({ row }: { row: RegionConditionsView['total'] }) {
  return (
    <>
      <Cell numeric className="text-muted">
        {formatNumber(row.schools)}
      </Cell>
      <Cell numeric className="text-muted">
        {formatNumber(row.measured)}
      </Cell>
      {SCHOOL_TYPES.map((type) => (
        <Cell key={type} numeric>
          {formatNumber(row.types[type])}
        </Cell>
      ))}
      <Cell numeric className="text-muted">
        {formatNumber(row.untyped)}
      </Cell>
    </>
  );
}

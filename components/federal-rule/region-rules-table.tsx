import Link from 'next/link';
import { Cell, HeaderCell, RowHeader, Table, TableBody, TableFoot, TableHead, TableRow } from '@/components/ui/table';
import { capitalised, formatNumber, formatPercent } from '@/lib/domain/russian';
import type { MunicipalityRules, RegionRulesView } from '@/lib/portal/federal-rule/views';

/** Municipalities by both rules: how many schools each flags, how far they agree; the last row is the region. */
export function RegionRulesTable({ caption, view }: { caption: string; view: RegionRulesView }) {
  return (
    <Table caption={caption}>
      <TableHead>
        <tr>
          <HeaderCell>Муниципалитет</HeaderCell>
          <HeaderCell numeric>Школ</HeaderCell>
          <HeaderCell numeric>Предлагает правило кампании</HeaderCell>
          <HeaderCell numeric>В списке</HeaderCell>
          <HeaderCell numeric>ШНОР</HeaderCell>
          <HeaderCell numeric>Группа риска</HeaderCell>
          <HeaderCell numeric>Мало данных</HeaderCell>
          <HeaderCell numeric>Согласие</HeaderCell>
          <HeaderCell numeric>Каппа</HeaderCell>
        </tr>
      </TableHead>
      <TableBody>
        {view.municipalities.map((row) => (
          <TableRow key={row.municipalityId}>
            <RowHeader className="min-w-44">
              {row.campaignId ? (
                <Link href={`/analysis/campaigns/${row.campaignId}/rules`} className="link-quiet" prefetch={false}>
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

function Figures({ row }: { row: Omit<MunicipalityRules, 'municipalityId' | 'name' | 'campaignId'> }) {
  const { schools, proposed, confirmed, results, agreement } = row;
  return (
    <>
      {[schools, proposed, confirmed, results.LOW, results.RISK, results.LITTLE_DATA].map((figure, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the columns of one row, always in this order
        <Cell key={at} numeric className={at === 0 || at === 5 ? 'text-muted' : undefined}>
          {formatNumber(figure)}
        </Cell>
      ))}
      <Cell numeric>{formatPercent(agreement.share, 0)}</Cell>
      <Cell numeric>{formatNumber(agreement.kappa, 2)}</Cell>
    </>
  );
}

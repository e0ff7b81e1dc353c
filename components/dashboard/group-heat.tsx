import Link from 'next/link';
import { groupPlace, pointsHref } from '@/components/school/addresses';
import { cn } from '@/components/ui/class-names';
import { LinkButton } from '@/components/ui/link-button';
import { Panel } from '@/components/ui/panel';
import { Cell, HeaderCell, RowHeader, Table, TableBody, TableFoot, TableHead, TableRow } from '@/components/ui/table';
import { formatNumber, NO_VALUE } from '@/lib/domain/russian';
import type { CityAnalysis } from '@/lib/portal/dashboard/views';
import { CELL_LINK, shadeOf } from './shade';

/** So many schools fit beside the other figures; the heat map of the campaign has all. */
const MOST_SCHOOLS = 15;

/** Schools × groups of criteria: points of the possible ones, darker where more of them are lost. */
export function GroupHeat({ analysis: { points, groups } }: { analysis: Pick<CityAnalysis, 'points' | 'groups'> }) {
  const { campaign, rows, table } = points;
  if (rows.length === 0) return null;
  const shown = rows.slice(0, MOST_SCHOOLS);
  const ranking = `/analysis/campaigns/${campaign.id}`;
  return (
    <Panel
      title="Где теряются баллы: школы и группы критериев"
      description={`Баллы из возможных; чем темнее клетка, тем больше доля. Показаны школы с наибольшей суммой: ${shown.length} из ${rows.length}. Клетка открывает основания.`}
      actions={
        <LinkButton size="sm" href={`${ranking}/heat-map`}>
          Все школы и критерии
        </LinkButton>
      }
      padding="flush"
    >
      <Table caption={`${table.title}: школы и группы критериев`} scroll="always">
        <TableHead>
          <tr>
            <HeaderCell>Школа</HeaderCell>
            <HeaderCell numeric>Сумма</HeaderCell>
            {groups.map(({ code, title }) => (
              <HeaderCell
                key={code}
                numeric
                className="min-w-28 align-bottom print:min-w-0 print:text-xs print:break-words"
              >
                <Link className="link" href={`${ranking}?group=${encodeURIComponent(code)}`}>
                  {title}
                </Link>
              </HeaderCell>
            ))}
          </tr>
        </TableHead>
        <TableBody>
          {shown.map((row) => (
            <TableRow key={row.schoolId}>
              <RowHeader className="whitespace-nowrap print:min-w-0 print:whitespace-normal">{row.name}</RowHeader>
              <Cell numeric className="whitespace-nowrap">
                <Link className="link" href={pointsHref(row.schoolId, campaign.schoolYear)}>
                  {row.negativeSum} из {row.maximum}
                </Link>
              </Cell>
              {row.groups.map(({ code, negativeSum, maximum }) => (
                <Cell
                  key={code}
                  numeric
                  className={cn('whitespace-nowrap', maximum > 0 && shadeOf(negativeSum / maximum))}
                >
                  {maximum === 0 ? (
                    <span title="группа не касается школы">{NO_VALUE}</span>
                  ) : negativeSum === 0 ? (
                    `0 из ${maximum}`
                  ) : (
                    <Link className={CELL_LINK} href={pointsHref(row.schoolId, campaign.schoolYear, groupPlace(code))}>
                      {negativeSum} из {maximum}
                    </Link>
                  )}
                </Cell>
              ))}
            </TableRow>
          ))}
        </TableBody>
        <TableFoot className="print:table-row-group">
          <tr>
            <RowHeader>Все школы, % от возможных</RowHeader>
            <Cell />
            {groups.map(({ code, share }) => (
              <Cell key={code} numeric>
                {formatNumber(share, 1)}
              </Cell>
            ))}
          </tr>
        </TableFoot>
      </Table>
    </Panel>
  );
}

import Link from 'next/link';
import { Cell, HeaderCell, RowHeader, Table, TableBody, TableFoot, TableHead, TableRow } from '@/components/ui/table';
import { formatNumber } from '@/lib/domain/russian';
import type { CardModel } from './card-model';

/** The sums by group with what is answered, the total at the end; each group leads to its questions. */
export function SumTable({ model, hrefOf }: { model: CardModel; hrefOf: (group: string) => string }) {
  return (
    <Table caption="Сумма по группам критериев">
      <TableHead>
        <TableRow>
          <HeaderCell>Группа</HeaderCell>
          <HeaderCell numeric>Отвечено</HeaderCell>
          <HeaderCell numeric>Сумма</HeaderCell>
          <HeaderCell numeric>Наибольшая</HeaderCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {model.groups.map((group) => (
          <TableRow key={group.code}>
            <RowHeader>
              <Link href={hrefOf(group.code)} prefetch={false} className="link">
                {group.title}
              </Link>
              <span className="block text-xs font-normal text-muted">{group.table.title.split('.')[0]}</span>
            </RowHeader>
            <Cell numeric>
              {group.answered} из {group.criteria.length}
            </Cell>
            <Cell numeric className="font-semibold">
              {formatNumber(group.negativeSum)}
            </Cell>
            <Cell numeric>{formatNumber(group.maximum)}</Cell>
          </TableRow>
        ))}
      </TableBody>
      <TableFoot>
        <TableRow>
          <RowHeader>Всего</RowHeader>
          <Cell numeric>
            {model.answered} из {model.applicable}
          </Cell>
          <Cell numeric>{formatNumber(model.score.negativeSum)}</Cell>
          <Cell numeric>{formatNumber(model.score.maximum)}</Cell>
        </TableRow>
      </TableFoot>
    </Table>
  );
}

import { Cell, HeaderCell, RowHeader, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { formatNumber, formatPercent } from '@/lib/domain/russian';
import type { ObjectivityCellView } from '@/lib/portal/objectivity/views';

/** Marks of ВПР beside those of the journal, the school against the region. */
export function JournalTable({ journal }: { journal: NonNullable<ObjectivityCellView['journal']> }) {
  const rows = [
    { name: 'Школа', fact: journal.school },
    ...(journal.region ? [{ name: 'Регион', fact: journal.region }] : []),
  ];
  return (
    <Table caption="Отметки за ВПР и в журнале">
      <TableHead>
        <tr>
          <HeaderCell>Кто</HeaderCell>
          <HeaderCell numeric>За ВПР ниже</HeaderCell>
          <HeaderCell numeric>Совпали</HeaderCell>
          <HeaderCell numeric>За ВПР выше</HeaderCell>
          <HeaderCell numeric>Разница в 2 и больше</HeaderCell>
        </tr>
      </TableHead>
      <TableBody>
        {rows.map(({ name, fact }) => {
          const total = fact.lowered + fact.confirmed + fact.raised;
          return (
            <TableRow key={name}>
              <RowHeader>{name}</RowHeader>
              <Figure count={fact.lowered} total={total} />
              <Figure count={fact.confirmed} total={total} />
              <Figure count={fact.raised} total={total} />
              <Figure count={fact.gap2} total={total} />
            </TableRow>
          );
        })}
      </TableBody>
    </Table>
  );
}

function Figure({ count, total }: { count: number | null; total: number }) {
  return (
    <Cell numeric>
      {formatNumber(count)}
      {count !== null && total > 0 ? <span className="text-muted"> ({formatPercent(count / total)})</span> : null}
    </Cell>
  );
}
